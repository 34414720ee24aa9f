"""A finished site as a browser would read it: pages as trees of elements, files as texts.

The parser is lexbor's, which follows the HTML standard as browsers do, with all that the standard
says about broken markup: a page that only looks harmless to another parser does not pass.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog_tool.model.catalog import Entry
from catalog_tool.model.generated_file import SiteSources
from catalog_tool.model.publication import Publication
from catalog_tool.site.audit.made_page import MadePage, made_page, published_path
from catalog_tool.site.audit.own_addresses import addresses
from catalog_tool.site.content_policy import LOST_PAGE, ThemeScripts, theme_scripts

PAGE_REGION = ".catalog-page"
"""What the catalog's own templates make of a page; the rest is the theme's frame."""

CATALOG_PAGE = "catalog/index.html"
"""The page that shows all partners with their texts."""

ENTRANCE = "index.html"
"""The file that answers for a folder."""

_PAGE = ".md"

_NO_ELEMENTS = frozenset(["-comment", "!doctype"])


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
    def shapes(self) -> frozenset[Shape]:
        """Every element without its values: hundreds of elements have some dozen shapes."""
        return frozenset(
            (node.tag or "", *node.attributes)
            for part in self.parts
            for node in (part.root.traverse(include_text=False) if part.root else ())
            if node.tag not in _NO_ELEMENTS
        )

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
        return "/".join([".."] * self.path.count("/")) or "."


@dataclass(frozen=True)
class BuiltSite:
    """A finished site, and the publication that it was made from.

    Attributes:
        publication: what the site shall show.
        folder: where its files are.
        sources: what the builder of the site was given; ``None`` if that is not known.
    """

    publication: Publication
    folder: Path
    sources: SiteSources | None = None

    @cached_property
    def made_pages(self) -> dict[str, MadePage]:
        """Each page that the catalog made, by the page's path."""
        return {
            published_path(file.path): made_page(file.text)
            for file in (self.sources.made if self.sources else ())
            if file.path.endswith(_PAGE)
        }

    @cached_property
    def made_files(self) -> dict[str, str]:
        """The text of each file that the catalog made and that is no page, by its path."""
        made = self.sources.made if self.sources else ()
        return {file.path: file.text for file in made if not file.path.endswith(_PAGE)}

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
        yield from (self.page(path) for path in sorted(self.files) if path.endswith(".html"))

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

    def address_of(self, path: str) -> str:
        """Return where a file is on the web; ``""`` if the site is nowhere there yet."""
        site = self.publication.settings.site_url
        return f"{site.rstrip('/')}/{quote(path.removesuffix(ENTRANCE))}" if site else ""

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
        page = self.page(LOST_PAGE)
        return theme_scripts(page.html, self.base_of(page))

    def base_of(self, page: BuiltPage) -> str:
        """Return the way from a page to the root, as its scripts name it.

        The page for lost readers is shown at any address, so it alone names the root itself.
        """
        if page.path != LOST_PAGE:
            return page.root
        config = page.tree.css_first("script#__config")
        try:
            return str(json.loads(config.text())["base"]) if config else ""
        except (ValueError, KeyError, TypeError):
            return ""


def _with_templates(tree: LexborHTMLParser) -> Iterator[LexborHTMLParser]:
    yield tree
    for template in tree.css("template"):
        _, _, inside = (template.html or "").partition(">")
        yield from _with_templates(LexborHTMLParser(inside))
