"""What a preview shows with other plugins and the owner's own things, a build publishes."""

import re
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as preview_with_mkdocs
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import build, check
from catalog_tool.site.errors import AuditError
from tests.repository import git, repository

pytest.importorskip("mkdocs_rss_plugin", reason="it can't be installed with the others on Windows")

CATALOG = Path(__file__).parent / "catalog"
COMMITTED = {"GIT_AUTHOR_DATE": "2026-02-03T12:00Z", "GIT_COMMITTER_DATE": "2026-02-03T12:00Z"}
POLICY = re.compile(r'\n    <meta http-equiv="Content-Security-Policy" content="[^"]*">')
# They have the time of the build.
TIMED = re.compile(r"feed_(?:rss|json)_.*|sitemap\.xml\.gz|\.catalog-files\.json")
ALONE = {
    "offline": "  - offline",
    "static-i18n": """\
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, default: true, name: English}
        - {locale: de, name: Deutsch}""",
}


@pytest.fixture(autouse=True, scope="module")
def _plugins_may_warn() -> Iterator[None]:
    """Warnings of the plugins' own code are no concern of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def both(root: Path) -> tuple[Path, Path]:
    """Return the site as the preview of MkDocs shows it, and as a build publishes it."""
    repository(root)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Start", environment=COMMITTED)
    shown, published = root.with_name("shown"), root.with_name("published")
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(shown), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    preview_with_mkdocs(config)
    config.plugins.on_shutdown()
    build(check(load_settings(root)).publication, published)
    return shown, published


def files(site: Path) -> dict[str, str]:
    """Return the text of each file, without the policies."""
    texts = {
        path.relative_to(site).as_posix(): path.read_bytes().decode(errors="replace")
        for path in site.rglob("*")
        if path.is_file()
    }
    return {
        path: POLICY.sub("", text, count=1)
        for path, text in texts.items()
        if not TIMED.fullmatch(path)
    }


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    root = tmp_path_factory.mktemp("together") / "catalog"
    shutil.copytree(CATALOG, root)
    return both(root)


@pytest.fixture(scope="module", params=ALONE)
def alone(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, Path]:
    root = tmp_path_factory.mktemp("alone") / "catalog"
    for name in ("partners/fabrikam.yaml", "docs/about.md", "docs/assets/own.svg"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        text = (CATALOG / name).read_text(encoding="utf-8")
        (root / name).write_text(text.replace("template: wide.html\n", ""), encoding="utf-8")
    (root / "docs/index.de.md").write_text("# Anfang\n", encoding="utf-8")
    (root / "docs/about.de.md").write_text("# Über uns\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Contoso connectors\nsite_url: https://connectors.contoso.com/list/\n"
        "theme: {name: material, font: false}\n"
        f"plugins:\n{ALONE[request.param]}\n  - catalog: {{platform: Contoso Cloud}}\n",
        encoding="utf-8",
    )
    return request.param, *both(root)


def test_a_build_publishes_what_the_preview_shows(together: tuple[Path, Path]) -> None:
    shown, published = map(files, together)
    assert published == shown


PARTNER = "partners/fabrikam/index.html"
HAS = {
    "redirects": ("about-us/index.html", "[http-equiv=refresh][content='0; url=../about/']"),
    "redirects, to a page of the catalog": ("list/index.html", "a[href='../catalog/']"),
    "git-revision-date-localized": (
        "about/index.html",
        ".md-source-file .timeago, .md-source-file",
    ),
    "awesome-nav": (PARTNER, ".md-nav--primary a[href='../../catalog/']"),
    "tags": ("tags/index.html", "a[href='../about/']"),
    "meta": ("tags/index.html", "a[href='../guides/first/']"),
    "blog": ("blog/2026/01/02/first-post/index.html", "article h1"),
    "glightbox": ("about/index.html", "a.glightbox img"),
    "rss": ("index.html", "link[href='feed_rss_created.xml']"),
    "custom_dir": (PARTNER, "[name=theme-color][content='#123456']"),
    "our frame below custom_dir": (PARTNER, ".catalog-footer"),
    "our frame in another template": ("about/index.html", ".catalog-footer"),
    "extra_css": (PARTNER, "link[href='../../assets/own.css']"),
    "extra_javascript": (PARTNER, "script[src='../../assets/own.js']"),
    "extra_javascript of another host": (PARTNER, "script[src^='https://plausible.io/'][defer]"),
    "markup of the owner": ("player/index.html", "video[controls]"),
}
SAYS = {
    "git-revision-date-localized": ("about/index.html", "2026-02-03"),
    "rss": ("feed_rss_created.xml", "<title>Fabrikam</title>"),
    "custom_dir": (PARTNER, "We moved to new connectors."),
    "another template": ("about/index.html", "A template of the owner."),
    "a hook": (PARTNER, f"From a hook: {len('partners/fabrikam/')}"),
    "a minified page": (PARTNER, "<html lang=en class=no-js><head>"),
}


@pytest.mark.parametrize(("path", "selector"), HAS.values(), ids=HAS.keys())
def test_a_published_page_has_what_a_plugin_made(
    path: str, selector: str, together: tuple[Path, Path]
) -> None:
    assert page(together[1], path).css_first(selector) is not None


@pytest.mark.parametrize(("path", "text"), SAYS.values(), ids=SAYS.keys())
def test_a_published_file_says_what_a_plugin_wrote(
    path: str, text: str, together: tuple[Path, Path]
) -> None:
    assert text in (together[1] / path).read_text(encoding="utf-8")


def test_a_page_runs_inline_code_of_the_theme_and_of_plugins(together: tuple[Path, Path]) -> None:
    policies = {
        path: re.findall(r"(script|style)-src ([^;]*)", page_policy(together[1], path))
        for path in (PARTNER, "player/index.html")
    }
    counts = {
        path: {kind: sources.count("'sha256-") for kind, sources in found}
        for path, found in policies.items()
    }
    own = page(together[1], "player/index.html")
    inline = {
        "script": len(own.css("script:not([src]):not([type])")),
        "style": len(own.css("style")),
    }
    assert counts["player/index.html"] == inline
    assert counts[PARTNER] == {kind: count - 1 for kind, count in inline.items()}
    assert "script-src 'self'" in page_policy(together[1], PARTNER)
    assert "https://plausible.io" in page_policy(together[1], PARTNER)


def test_no_page_of_the_catalog_has_the_day_of_the_build(together: tuple[Path, Path]) -> None:
    assert page(together[1], PARTNER).css_first(".md-source-file") is None


def page_policy(site: Path, path: str) -> str:
    node = page(site, path).css_first("[http-equiv=Content-Security-Policy]")
    assert node
    return str(node.attributes["content"])


def test_offline_and_languages_are_published_as_shown(alone: tuple[str, Path, Path]) -> None:
    name, shown, published = alone
    assert files(published) == files(shown)
    if name == "offline":
        assert (published / "about.html").is_file()
        assert not page(published, PARTNER).css("script[src^='https:']")
        assert "list/partners/fabrikam/<" in (published / "sitemap.xml").read_text(encoding="utf-8")
    else:
        languages = {"de/about/": "de", "about/": "en", "partners/fabrikam/": "en", "": "en"}
        found = {path: page(published, f"{path}index.html").css_first("html") for path in languages}
        assert {path: node and node.attributes["lang"] for path, node in found.items()} == languages
        for address in ("about/", "de/about/", "partners/fabrikam/"):
            text = (published / "sitemap.xml").read_text(encoding="utf-8")
            assert text.count(f"/list/{address}<") == 1


HOOK = """\
def on_post_page(output, **_):
    return output.replace("</body>", '<img src="https://hook.contoso.com/1.png"></body>')
"""
TEMPLATE = """\
{% extends "base.html" %}
{% block announce %}<img src="https://template.contoso.com/1.png">{% endblock %}
"""


def test_what_is_refused_is_named_with_the_lines_to_add(tmp_path: Path) -> None:
    shutil.copytree(CATALOG / "partners", tmp_path / "partners")
    (tmp_path / "docs").mkdir()
    page_text = '# About\n\n<iframe src="https://player.contoso.com/1"></iframe>\n'
    (tmp_path / "docs/about.md").write_text(page_text, encoding="utf-8")
    (tmp_path / "own.py").write_text(HOOK, encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/main.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        """\
site_name: Contoso connectors
theme: {name: material, custom_dir: own}
hooks: [own.py]
extra_javascript: [https://plausible.io/js/script.js]
extra: {analytics: {provider: google, property: G-1}}
plugins:
  - redirects: {redirect_maps: {away.md: "https://www.contoso.com/"}}
  - catalog: {content_policy: {script-src: [cdn.contoso.com]}}
""",
        encoding="utf-8",
    )
    with pytest.raises(AuditError) as refused:
        build(check(load_settings(tmp_path)).publication, tmp_path / "site")
    for source in (
        *("docs/about.md", "the option extra.analytics", "the option extra_javascript"),
        *("the option theme.font", "the plugin redirects", "own.py", "own/main.html"),
    ):
        assert source in refused.value.hint
    assert refused.value.hint.endswith(
        """\
plugins:
  - catalog:
      content_policy:
        script-src: [cdn.contoso.com, plausible.io, www.googletagmanager.com]
        style-src: [fonts.googleapis.com]
        font-src: [fonts.gstatic.com]
        img-src: [template.contoso.com, hook.contoso.com]
        frame-src: [player.contoso.com]
        files: ["about/**", "away/**"]"""
    )
