"""The pages that the owner wrote, as readers see them, for the finder.

They are known only once the site is built: some are files of the owner that MkDocs reads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.site.content_policy import NOT_FOUND_PAGE, is_page
from catalog_tool.site.finder.index import export_files
from catalog_tool.site.finder.texts import SearchedText

_INDEX = "index.html"
_RULES = "rules/"
_CONTRIBUTE = "contribute/"
# The parts of generated pages that the owner, or the author of a rule, wrote.
_WRITTEN: Mapping[str, str] = {
    "": ".catalog-prose, .catalog-options",
    _CONTRIBUTE: ".catalog-prose",
    "terms/": ".catalog-prose",
    _RULES: ".catalog-lead, .catalog-prose",
}
_ARTICLE = "article"
_UNREAD = "script, style, svg, pre, form, nav, .headerlink, .md-content__button, [hidden]"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"p", "li", "dt", "dd", "td", "th", "div", "section", "blockquote", "br"}

MOST_CHARACTERS = 4_000
"""Characters of one text. A longer section is several texts."""


def add_pages(publication: Publication, site: Path, generated: Collection[str]) -> None:
    """Add the pages that the owner wrote to the finder of a built site.

    Args:
        publication: see :func:`finder_files`.
        site: see :func:`finder_files`.
        generated: see :func:`finder_files`.

    Raises:
        OSError: a file can't be read or written.
    """
    for made in finder_files(publication, site, generated):
        target = site / made.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made.content)


def finder_files(
    publication: Publication, site: Path, generated: Collection[str]
) -> Iterator[GeneratedFile]:
    """Yield the finder's files with the pages that the owner wrote.

    Args:
        publication: the catalog.
        site: folder of its built site.
        generated: paths of the generated pages below the folder.

    Raises:
        OSError: a page can't be read.
    """
    pages: list[SearchedText] = []
    rules: list[SearchedText] = []
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        address = path.removesuffix(_INDEX)
        if selector := _selector(path, address, generated):
            html = file.read_text(encoding="utf-8", errors="replace")
            is_rule = address.startswith((_RULES, _CONTRIBUTE))
            found = _sections(address, html, selector, publication.settings.title)
            (rules if is_rule else pages).extend(found)
    yield from export_files(publication, pages, rules)


def _selector(path: str, address: str, generated: Collection[str]) -> str:
    """Return the elements of a page that somebody wrote for it; empty for none."""
    if path == NOT_FOUND_PAGE or not is_page(path):
        return ""
    if path not in generated:
        return _ARTICLE
    return _WRITTEN.get(_RULES if address.startswith(_RULES) else address, "")


def _sections(address: str, html: str, selector: str, site: str) -> Iterator[SearchedText]:
    tree = LexborHTMLParser(html)
    for node in tree.css(_UNREAD):
        node.decompose()
    heading = tree.css_first("h1")
    title = heading.text().strip() if heading and address else ""  # the home page has many topics
    names: dict[str, str] = {}
    texts: dict[str, str] = {}
    for region in tree.css(selector):
        for anchor, name, text in _parts(region):
            target = f"{address}#{anchor}" if anchor else address
            names.setdefault(target, " › ".join(dict.fromkeys(filter(None, (title, name)))) or site)
            texts[target] = f"{texts.get(target, '')}\n{text}"
    for target, text in texts.items():
        for piece in _pieces(text):
            yield SearchedText((("page", piece),), names[target], target)


def _parts(region: LexborNode) -> Iterator[tuple[str, str, str]]:
    """Yield the anchor, the heading, and the text of each section of a region."""
    anchor = name = ""
    text: list[str] = []
    for node in region.traverse(include_text=True):
        if node.tag in _HEADINGS:
            yield anchor, name, "".join(text)
            anchor, name, text = node.attributes.get("id") or anchor, node.text().strip(), []
        elif node.tag == "-text":
            text.append(" ".join(f".{node.text_content}.".split())[1:-1])
        elif node.tag in _BLOCKS:
            text.append("\n")
    yield anchor, name, "".join(text)


def _pieces(text: str) -> Iterator[str]:
    piece = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        if piece and len(piece) + len(line) > MOST_CHARACTERS:
            yield piece
            piece = ""
        piece = f"{piece}\n{line}" if piece else line
    if piece:
        yield piece
