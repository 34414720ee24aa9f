"""The site that Zensical builds, the successor of MkDocs Material: the same as that of MkDocs.

``test_customized.py`` has what owners can change, with both engines.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import check, render
from tests.browser.conftest import REPOSITORY, own_site

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
