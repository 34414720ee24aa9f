"""The site that Zensical builds, the successor of MkDocs Material: the same as that of MkDocs.

``test_customized.py`` has what owners can change, with both engines.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import check, render
from catalog_tool.site.engines.zensical_configuration import project_configuration
from catalog_tool.site.errors import BuildError, MissingExtraError
from tests.browser.conftest import REPOSITORY, build, own_site
from tests.site.test_customized import CONFIGURATION, FILES, build_site, write

# Metadata for search engines and shared links.
HEAD = re.compile(
    r'<title>.*?</title>|<meta property="og:[^>]*>|<link rel="canonical"[^>]*>'
    r'|<script type="application/ld.json">.*?</script>'
)
# What each engine brings with it, and lists that it writes in an order of its own.
ITS_OWN = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "sitemap.xml.gz")
LISTS = (".catalog-files.json", "sitemap.xml")


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a site by their paths, without those of the engine itself."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: path.read_bytes()
        for name, path in paths.items()
        if path.is_file() and not name.startswith(ITS_OWN)
    }


@pytest.fixture(scope="module")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The site that MkDocs builds."""
    return files(own_site(tmp_path_factory, "mkdocs"))


@pytest.fixture(scope="module")
def by_zensical(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The site that Zensical builds."""
    return files(own_site(tmp_path_factory, "zensical"))


def framed(site: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page; those that only lead to another have no frame."""
    pages = {path: text.decode() for path, text in site.items() if path.endswith(".html")}
    yield from ((path, page) for path, page in pages.items() if "md-main" in page)


def addresses(site: Mapping[str, bytes]) -> list[str]:
    return sorted(re.findall("<loc>.*</loc>", site["sitemap.xml"].decode()))


def test_both_engines_make_the_same_files(
    by_zensical: Mapping[str, bytes], by_mkdocs: Mapping[str, bytes]
) -> None:
    assert by_zensical.keys() == by_mkdocs.keys()
    others = [path for path in by_mkdocs if not path.endswith((".html", *LISTS))]
    assert len(others) > 50
    assert [path for path in others if by_zensical[path] != by_mkdocs[path]] == []
    assert addresses(by_zensical) == addresses(by_mkdocs)


def test_both_engines_keep_each_body_unchanged(
    by_zensical: Mapping[str, bytes], by_mkdocs: Mapping[str, bytes]
) -> None:
    sources = render(check(load_settings(REPOSITORY)).publication)
    bodies = {
        source.path.removesuffix(".md") + ".html": source.text.split("---\n", 2)[2].strip()
        for source in sources
        if source.path.endswith(".md")
    }
    assert len(bodies) > 100
    for address, body in bodies.items():
        assert body in by_mkdocs[address].decode(), address
        assert body in by_zensical[address].decode(), address


def test_both_engines_give_search_engines_the_same_metadata(
    by_zensical: Mapping[str, bytes], by_mkdocs: Mapping[str, bytes]
) -> None:
    for address, page in framed(by_zensical):
        found = HEAD.findall(page)
        assert found == HEAD.findall(by_mkdocs[address].decode()), address
        assert len(found) >= 10 or address == "404.html", address


def test_both_engines_make_frames_with_the_same_words_marks_and_links(
    by_zensical: Mapping[str, bytes], by_mkdocs: Mapping[str, bytes]
) -> None:
    for address, page in framed(by_zensical):
        assert frame(address, page) == frame(address, by_mkdocs[address].decode()), address


def frame(address: str, page: str) -> list[tuple[str, str, str]]:
    """Return class, text and target of what readers see around the body of a page."""
    base = f"https://localhost/{address.removesuffix('index.html')}"
    tree = LexborHTMLParser(page)
    parts = ".md-tabs__item, .md-tabs__link, .md-header__title, .catalog-quick *, footer a"
    return [
        (
            str(node.attributes.get("class")),
            " ".join(node.text().split()),
            urljoin(base, node.attributes.get("href")),
        )
        for node in tree.css(parts)
        if node.attributes.get("target") != "_blank"  # "Made with", and the engine
    ]


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_each_page_has_one_link_past_the_menu(
    engine: str, by_zensical: Mapping[str, bytes], by_mkdocs: Mapping[str, bytes]
) -> None:
    for address, page in framed(by_zensical if engine == "zensical" else by_mkdocs):
        tree = LexborHTMLParser(page)
        (link,) = tree.css(".md-skip")
        target = str(link.attributes["href"])
        assert len(tree.css(f"article {target}")) == 1, address


CATALOG = FILES | {"mkdocs.yml": f"{CONFIGURATION}      engine: zensical\n"}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"docs/about.md": "[The team](team.md)\n"}, "team.md"),
        ({"docs/about.md": "[Fabrikam](vendors/index.md#nothing)\n"}, "vendors/index.md"),
        ({"mkdocs.yml": "watch: [1]\n" + CATALOG["mkdocs.yml"]}, "entries must be strings."),
        (
            {"mkdocs.yml": CATALOG["mkdocs.yml"].replace("name: material", "name: mkdocs")},
            "The site needs the theme 'material', but mkdocs.yml has 'mkdocs'.",
        ),
        ({"overrides/main.html": "{{ nothing.at_all }}\n"}, "undefined value (in main.html:1)"),
        (
            {"mkdocs.yml": CATALOG["mkdocs.yml"].replace("overrides", "own/none")},
            "mkdocs.yml: theme.custom_dir is 'own/none', but there is no such folder.",
        ),
    ],
    ids=["page", "heading", "configuration", "theme", "template", "templates"],
)
def test_what_stops_the_engine_is_said_and_nothing_is_left(
    files: dict[str, str], said: str, tmp_path: Path
) -> None:
    write(tmp_path, CATALOG | files)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BuildError) as refused:
        build_site(tmp_path)
    assert said in refused.value.message
    assert not re.search(f"{tmp_path}|\x1b|Traceback", refused.value.message)
    assert sorted(tmp_path.iterdir()) == before


def test_a_link_to_a_heading_of_the_catalog_is_known(tmp_path: Path) -> None:
    about = "[How to add one](contribute/index.md#form)\n"
    write(tmp_path, CATALOG | {"docs/about.md": about})
    assert 'href="../contribute/#form"' in text(build_site(tmp_path), "about/index.html")


def test_a_link_out_of_the_catalog_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "catalog"
    write(root, CATALOG)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "docs/notes.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(BuildError, match=r"notes\.txt leads outside the catalog"):
        build_site(root)


def test_a_missing_engine_is_said_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, CATALOG)
    monkeypatch.setitem(sys.modules, "zensical", None)  # as if it were not installed
    with pytest.raises(MissingExtraError, match=r"pip install '.*\[site\] @ git\+https:"):
        build_site(tmp_path)


def test_what_the_engine_does_not_run_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, CATALOG | {"mkdocs.yml": "hooks: [own.py]\n" + CATALOG["mkdocs.yml"]})
    project_configuration(load_settings(tmp_path), [])
    assert "Check whether the site needs these: hooks, tags." in caplog.text


def test_values_that_only_an_engine_reads_stay_as_they_are(tmp_path: Path) -> None:
    added = (
        "INHERIT: base.yml\ncopyright: !ENV [NOTICE, None]\nmarkdown_extensions:\n"
        "  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }\n"
    )
    write(tmp_path, CATALOG | {"mkdocs.yml": added + CATALOG["mkdocs.yml"]})
    made = project_configuration(load_settings(tmp_path), []).text
    assert f"INHERIT: {tmp_path}/base.yml" in made
    assert "!ENV" in made
    assert "!!python/name:material.extensions.emoji.twemoji" in made


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


@pytest.mark.slow  # because it needs another build
def test_equal_sources_give_equal_sites(by_zensical: Mapping[str, bytes], tmp_path: Path) -> None:
    build(REPOSITORY, tmp_path / "site", "--engine", "zensical")
    again = files(tmp_path / "site")
    assert [path for path in again if again[path] != by_zensical.get(path)] == []
