"""What docs/customize.md promises: what owners can change, and what they can't."""

import gzip
from pathlib import Path
from typing import get_args
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.linter.selection import configured_rules
from catalog_tool.loader.configuration import ConfigurationError, load_settings
from catalog_tool.model.option_values import Engine
from catalog_tool.model.partner import Partner
from catalog_tool.pipeline import build, check
from catalog_tool.site.errors import AuditError, BuildError
from tests.checking import check_text, codes

CONFIGURATION = """\
site_name: Connectors
site_url: https://metrics.contoso.com/exporters/
theme:
  name: material
  language: de
  font: false
  custom_dir: overrides
  logo: assets/own.svg
  favicon: assets/own.svg
extra_css: [assets/own.css]
extra_javascript: [assets/own.js]
nav:
  - Start: index.md
  - Über uns: about.md
plugins:
  - search
  - tags
  - catalog:
      title: Contoso Exporter
      summary: Wer was misst.
      platform: Contoso Metrics
      nouns: {partner: Anbieter, partners: Anbieter, application: Messwert, applications: Messwerte}
      required: [description]
      rules: {too-many-words: {limit: 10}, curly-quotes: ignore}
      partners: vendors
      prose: texts
      published: EXPORTERS.md
"""
FILES = {
    "mkdocs.yml": CONFIGURATION,
    "overrides/main.html": (
        '{% extends "base.html" %}\n{% block announce %}Neue Messwerte.{% endblock %}\n'
    ),
    "docs/about.md": "# Über uns\n\nWir.\n",
    "docs/assets/own.css": ":root, [data-md-color-scheme] { --catalog-accent: #123456; }\n",
    "docs/assets/own.js": "document.title;\n",
    "docs/assets/own.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    "texts/introduction.md": "Willkommen bei Contoso.\n",
    "docs/partners/fabrikam.md": "# A page at the address of a generated one\n",
    "vendors/fabrikam.yaml": (
        "name: Fabrikam\nwebsite: https://www.fabrikam.com/metrics\n"
        "description: It measures “all” values.\nregions: eu\n"
    ),
    "vendors/_fields.yaml": (
        "regions:\n  label: Regionen\n  type: choice\n  values: {eu: Europa, us: Amerika}\n"
    ),
}

HOME_BYTES = 16_000
"""Most bytes of our own style sheets and scripts on the home page, compressed."""


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def build_site(root: Path) -> Path:
    report = check(load_settings(root))
    assert report.may_publish, report.diagnostics
    build(report.publication, root / "site")
    return root / "site"


@pytest.fixture(scope="module", params=get_args(Engine))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("own")
    write(root, FILES | {"mkdocs.yml": f"{CONFIGURATION}      engine: {request.param}\n"})
    return build_site(root)


def page(site: Path, address: str) -> LexborHTMLParser:
    text = (site / address / "index.html").read_text(encoding="utf-8")
    return LexborHTMLParser(text.replace('="./', '="'))  # Zensical writes it in front of paths


def attribute(site: Path, address: str, selector: str, name: str) -> str | None:
    node = page(site, address).css_first(selector)
    assert node is not None, selector
    return node.attributes[name]


def text_of(site: Path, address: str) -> str:
    body = page(site, address).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def test_words_language_and_prose_are_the_owners(site: Path) -> None:
    home = text_of(site, "")
    for words in ("Contoso Exporter", "Wer was misst.", "Anbieter", "Willkommen bei Contoso."):
        assert words in home
    assert attribute(site, "", "html", "lang") == "de"


def test_the_logo_the_menu_pages_scripts_and_colors_are_the_owners(site: Path) -> None:
    assert attribute(site, "", ".md-logo img", "src") == "assets/own.svg"
    assert attribute(site, "", "link[rel=icon]", "href") == "assets/own.svg"
    assert attribute(site, "", ".md-nav--primary a[href='about/']", "href")
    assert "Wir." in text_of(site, "about")
    sheets = page(site, "").css("link[rel=stylesheet]")
    assert sheets[-1].attributes["href"] == "assets/own.css"
    assert attribute(site, "", "script[src='assets/own.js']", "src")


@pytest.mark.parametrize("engine", get_args(Engine))
def test_without_a_menu_of_the_owner_the_main_pages_are_tabs_before_the_owners(
    engine: str, tmp_path: Path
) -> None:
    bare = (
        "site_name: Connectors\ntheme: {name: material, language: de, font: false}\n"
        "plugins: [{catalog: {platform: Contoso, partners: vendors, required: [description], "
        f"engine: {engine}}}}}]\n"
    )
    pages = {"docs/prose/steps.md": "Steps.\n", "docs/our-team/people.md": "# People\n"}
    write(tmp_path, {**FILES, **pages, "mkdocs.yml": bare})
    tabs = page(build_site(tmp_path), "partners/fabrikam").css(".md-tabs__link")
    assert [(tab.text().strip(), tab.attributes["href"]) for tab in tabs] == [
        ("Startseite", "../.."),
        ("Partner", "../../catalog/"),
        ("Anwendungen", "../../applications/"),
        ("Liste prüfen", "../../coverage/"),
        ("Neuigkeiten", "../../new/"),
        ("Integration eintragen", "../../contribute/"),
        ("Über uns", "../../about/"),
        ("Our team", "../../our-team/people/"),
    ]


def test_the_home_page_loads_nothing_of_the_form_or_the_comparison(site: Path) -> None:
    home = page(site, "")
    loaded = [str(node.attributes.get("href", "")) for node in home.css("link[rel=stylesheet]")]
    loaded += [str(node.attributes["src"]) for node in home.css("script[src]")]
    own = [path for path in loaded if path.count("/") == 1]
    assert sorted(own) == [
        *("assets/catalog.css", "assets/catalog.js", "assets/finder.css", "assets/finder.js"),
        *("assets/own.css", "assets/own.js"),
    ]
    assert [path for path in loaded if "form" in path or "compar" in path] == []
    assert sum(len(gzip.compress((site / path).read_bytes())) for path in own) < HOME_BYTES


@pytest.mark.parametrize("path", ["index.html", "about/index.html", "404.html"])
def test_a_template_of_the_owner_extends_our_frame(path: str, site: Path) -> None:
    html = LexborHTMLParser((site / path).read_text(encoding="utf-8"))
    banner = html.css_first(".md-banner")
    assert banner
    assert "Neue Messwerte." in banner.text()
    assert len(html.css(".catalog-footer")) == 1


@pytest.mark.parametrize("path", ["index.html", "about/index.html", "404.html"])
def test_the_footer_leads_to_what_the_menu_leaves_out(path: str, site: Path) -> None:
    text = (site / path).read_text(encoding="utf-8")
    links = [str(a.attributes["href"]) for a in LexborHTMLParser(text).css(".catalog-footer a")]
    root = "https://metrics.contoso.com/exporters/"
    names = {urljoin(root + path, link).removeprefix(root) for link in links}
    assert {"catalog/", "coverage/", "new/", "rules/", "terms/", "api/", "feed.xml"} <= names
    missing = [each for each in names if not (site / each).exists()]
    assert missing == []
    assert "Anbieter" in text


def test_required_keys_rules_fields_and_folders_are_the_owners(site: Path) -> None:
    assert "“all”" in text_of(site, "partners/fabrikam")
    assert "Europa" in text_of(site, "partners/fabrikam")


def test_the_address_is_the_owners_and_can_be_in_a_folder(site: Path) -> None:
    canonical = attribute(site, "partners/fabrikam", "link[rel=canonical]", "href")
    assert canonical == "https://metrics.contoso.com/exporters/partners/fabrikam/"


@pytest.mark.parametrize("key", Partner.model_fields)
def test_a_field_cannot_have_the_name_of_a_key_of_every_catalog(key: str) -> None:
    found = check_text(fields=f"{key}:\n  label: Ours\n  type: text\n")
    assert "CAT012" in codes(found) or "CAT013" in codes(found)


@pytest.mark.parametrize("key", ["name", "website"])
def test_the_name_and_the_website_are_always_required(key: str, tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": f"plugins:\n  - catalog: {{required: [{key}]}}\n"})
    with pytest.raises(ConfigurationError, match=f"can't be '{key}'"):
        load_settings(tmp_path)


def test_a_rule_that_holds_in_every_catalog_cannot_be_ignored(tmp_path: Path) -> None:
    options = "{rules: {refused-markup: ignore}}"
    write(tmp_path, {"mkdocs.yml": f"plugins:\n  - catalog: {options}\n"})
    with pytest.raises(ConfigurationError, match="can't be set to 'ignore'"):
        configured_rules(load_settings(tmp_path))


def test_a_site_with_what_owners_cannot_change_is_not_published(tmp_path: Path) -> None:
    elsewhere = CONFIGURATION.replace("assets/own.js", "https://cdn.contoso.com/x.js")
    own = {"docs/about.md": "<script>x</script>\n", "mkdocs.yml": elsewhere}
    write(tmp_path, {**FILES, **own})
    with pytest.raises(AuditError) as refused:
        build_site(tmp_path)
    faults = "\n".join(refused.value.faults)
    assert "about/index.html: An inline script isn't the theme's or a plugin's: x" in faults
    assert "uses another host" in faults
    assert not (tmp_path / "site").exists()


HOOK = "def on_page_content(html, **_):\n    {}\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"own.py": HOOK.format("raise ValueError('no page')")},
            "own.py:2 stopped the build: ValueError: no page",
        ),
        ({"own.py": HOOK.format("raise SystemExit(0)")}, "own.py:2 stopped the build: SystemExit"),
        ({"own.py": "def on_config(config)\n"}, "own.py:1 stopped the build: SyntaxError"),
        (
            {"overrides/main.html": '{% extends "base.html" %}\n{% blok %}\n', "own.py": ""},
            "overrides/main.html:2 stopped the build: TemplateSyntaxError",
        ),
        (
            {"own.py": "", "mkdocs.yml": "  - redirects: {redirect_maps: {old.md: 3}}\n"},
            "The plugin redirects stopped the build: ",
        ),
    ],
    ids=["hook", "end", "syntax", "template", "plugin"],
)
def test_what_stops_the_build_is_named(files: dict[str, str], said: str, tmp_path: Path) -> None:
    configuration = f"hooks: [own.py]\n{CONFIGURATION}{files.get('mkdocs.yml', '')}"
    write(tmp_path, FILES | files | {"mkdocs.yml": configuration})
    with pytest.raises(BuildError) as refused:
        build_site(tmp_path)
    assert said in refused.value.message
    assert not (tmp_path / "site").exists()


def test_the_theme_is_material(tmp_path: Path) -> None:
    text = "site_name: x\ntheme: mkdocs\nplugins: [catalog]\n"
    write(tmp_path, {"mkdocs.yml": text, "docs/index.md": ""})
    (tmp_path / "partners").mkdir()
    with pytest.raises(BuildError, match="needs the theme 'material'"):
        build_site(tmp_path)
