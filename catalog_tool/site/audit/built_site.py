"""A finished site as a browser would read it: pages as trees of elements, files as texts.

The parser is lexbor's, which follows the HTML standard as browsers do, with all that the standard
says about broken markup: a page that only looks harmless to another parser does not pass.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.audit.own_addresses import addresses
from catalog_tool.site.content_policy import (
    LOST_PAGE,
    ThemeScripts,
    is_page,
    theme_scripts,
    way_to_root,
)

PAGE_REGION = ".catalog-page"
"""What the catalog's own templates make of a page; the rest is the theme's frame."""

CATALOG_PAGE = "catalog/index.html"
"""The page that shows all partners with their texts."""

ENTRANCE = "index.html"
"""The file that answers for a folder."""

_NO_ELEMENTS = frozenset(["-comment", "!doctype"])

Attributes = dict[str, str | None]
"""The values of an element's attributes by their names."""

Shape = tuple[str, ...]
"""An element without its values: its tag, then the names of its attributes, each once."""


@dataclass(frozen=True)
class BuiltPage:
    """One page of the site.

    Attributes:
        path: its file below the folder of the site, with forward slashes.
        html: its text.
    """

    path: str
    html: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The page, parsed."""
        return LexborHTMLParser(self.html)

    @cached_property
    def parts(self) -> tuple[LexborHTMLParser, ...]:
        """The page, and what is inside of each template, which the page's own tree leaves out."""
        return tuple(_with_templates(self.tree))

    @cached_property
    def attributes(self) -> Mapping[str, list[Attributes]]:
        """The attributes of every element, by its tag, inside of templates too."""
        found = defaultdict[str, list[Attributes]](list)
        for part in self.parts:
            for node in part.root.traverse(include_text=False) if part.root else ():
                found[node.tag or ""].append(node.attributes)
        return {tag: every for tag, every in found.items() if tag not in _NO_ELEMENTS}

    @cached_property
    def shapes(self) -> frozenset[Shape]:
        """Every element without its values: hundreds of elements have some dozen shapes."""
        return frozenset((tag, *names) for tag, every in self.attributes.items() for names in every)

    def find(self, selector: str) -> Iterator[LexborNode]:
        """Yield each element that a selector finds, inside of templates too."""
        for part in self.parts:
            yield from part.css(selector)

    def in_region(self, *selectors: str) -> list[LexborNode]:
        """Return the elements that the selectors find in what the catalog's templates made."""
        return self.tree.css(", ".join(f"{PAGE_REGION} {each}" for each in selectors))

    @property
    def root(self) -> str:
        """What leads from the page to the root of the site: ``.``, ``../..``."""
        return way_to_root(self.path)


@dataclass(frozen=True)
class BuiltSite:
    """A finished site, and the publication that it was made from.

    Attributes:
        publication: what the site should show.
        folder: where its files are.
    """

    publication: Publication
    folder: Path

    @cached_property
    def files(self) -> frozenset[str]:
        """The path of every file below the folder, with forward slashes."""
        return frozenset(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        )

    def pages(self) -> Iterator[BuiltPage]:
        """Yield each page in the order of the paths; none is kept."""
        yield from (self.page(path) for path in sorted(self.files) if is_page(path))

    def page(self, path: str) -> BuiltPage:
        """Return one page; an empty one if there is no such file."""
        return BuiltPage(path, self.text(path))

    def text(self, path: str) -> str:
        """Return the text of a file; an empty one if there is no such file."""
        file = self.folder / path
        if path not in self.files:
            return ""
        return file.read_text(encoding="utf-8", errors="replace")

    def entry_of(self, page: BuiltPage) -> Entry | None:
        """Return the entry whose own page this is; ``None`` if it is no partner's."""
        folder, _, rest = page.path.partition("/")
        identifier = rest.removesuffix(f"/{ENTRANCE}")
        return self.publication.catalog.by_id.get(identifier) if folder == "partners" else None

    def addresses_below(self, folder: str) -> list[str]:
        """Return the names of the folders in ``folder`` that have a page of their own."""
        parts = (path.split("/") for path in self.files)
        return sorted(
            name
            for first, name, *rest in (part for part in parts if len(part) > 1)
            if (first, rest) == (folder, [ENTRANCE])
        )

    @cached_property
    def has_search(self) -> bool:
        """Whether readers are offered the theme's own search."""
        field = self.page(ENTRANCE).tree.css_first("[data-md-component='search-query']")
        return field is not None

    @cached_property
    def partner_addresses(self) -> frozenset[str]:
        """Every address that any partner leads to."""
        return frozenset().union(*map(addresses, self.publication.catalog.entries))

    @cached_property
    def theme_scripts(self) -> ThemeScripts:
        """The inline scripts of the theme, as the page for lost readers has them."""
        return theme_scripts(self.text(LOST_PAGE))

    def scripts_of(self, page: BuiltPage) -> tuple[str, ...]:
        """Return the inline scripts that a page may have."""
        return self.theme_scripts.on_page(page.path)


def _with_templates(tree: LexborHTMLParser) -> Iterator[LexborHTMLParser]:
    yield tree
    for template in tree.css("template"):
        _, _, inside = (template.html or "").partition(">")
        yield from _with_templates(LexborHTMLParser(inside))
