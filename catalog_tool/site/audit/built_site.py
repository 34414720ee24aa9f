"""A finished site as a browser reads it: pages as element trees, files as text.

The parser is lexbor. It follows the HTML standard as browsers do, also for broken markup, so a
page that only looks harmless to another parser doesn't pass.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.audit.own_addresses import addresses
from catalog_tool.site.content_policy import (
    FRAME_PAGES,
    InlineCode,
    SitePolicy,
    is_of_catalog,
    is_page,
    path_to_root,
)

PAGE_REGION = ".catalog-page"
"""The part of a page that the catalog's templates write. The rest is the theme's."""

CATALOG_FOLDER = "catalog"
"""The page that lists all partners, or links to the pages of each letter."""

PRINT_FOLDER = "catalog/print"
"""The page that shows all partners with their texts, or links to the pages of each letter."""

INDEX_FILE = "index.html"
"""The file that a server sends for a folder."""

_NO_ELEMENTS = frozenset(["-comment", "!doctype"])

Attributes = dict[str, str | None]
"""The values of an element's attributes by their names."""

Shape = tuple[str, ...]
"""An element without its values: its tag, then the names of its attributes, each once."""


Element = tuple[str, frozenset[tuple[str, str | None]]]
"""An element as a value: its tag, and its attributes."""


def element(tag: str, attributes: Attributes) -> Element:
    """Return an element as a value."""
    return tag, frozenset(attributes.items())


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
        """The page, and the content of each template, which isn't in the page's own tree."""
        return tuple(_with_templates(self.tree))

    @cached_property
    def attributes(self) -> Mapping[str, list[Attributes]]:
        """The attributes of every element, by tag, also inside templates."""
        found = defaultdict[str, list[Attributes]](list)
        for part in self.parts:
            for node in part.root.traverse(include_text=False) if part.root else ():
                found[node.tag or ""].append(node.attributes)
        return {tag: every for tag, every in found.items() if tag not in _NO_ELEMENTS}

    @cached_property
    def shapes(self) -> frozenset[Shape]:
        """Every element without its values: hundreds of elements have a few dozen shapes."""
        return frozenset(
            {(tag, *names) for tag, every in self.attributes.items() for names in every}
        )

    @property
    def undeclared(self) -> tuple[str, str] | None:
        """What would let the owner have anything on the page; ``None`` on the catalog's pages."""
        return None if is_of_catalog(self.path) else ("files", self.path)

    def elements(self) -> Iterator[Element]:
        """Yield every element as a value."""
        for tag, every in self.attributes.items():
            yield from (element(tag, each) for each in every)

    def find(self, selector: str) -> Iterator[LexborNode]:
        """Yield each element that a selector finds, also inside templates."""
        for part in self.parts:
            yield from part.css(selector)

    def in_region(self, *selectors: str) -> list[LexborNode]:
        """Return the elements that the selectors find in the catalog's part of the page."""
        return self.tree.css(", ".join(f"{PAGE_REGION} {each}" for each in selectors))

    @property
    def partners_in_full(self) -> list[str]:
        """The id of each partner that a page to print shows with its texts, by its heading."""
        headings = self.tree.css("h2[id^='partner-']")
        return [str(node.attributes["id"]).removeprefix("partner-") for node in headings]

    @property
    def root(self) -> str:
        """The relative path from the page to the root of the site: ``.``, ``../..``."""
        return path_to_root(self.path)


@dataclass(frozen=True)
class BuiltSite:
    """A finished site, and the publication that it was built from.

    Attributes:
        publication: what the site should show.
        folder: the folder of its files.
    """

    publication: Publication
    folder: Path

    @cached_property
    def places(self) -> tuple[tuple[str, Path], ...]:
        """Everything below the folder: its path with forward slashes, and where it is."""
        walked = os.walk(self.folder)
        found = (Path(place, name) for place, *names in walked for name in chain(*names))
        return tuple((path.relative_to(self.folder).as_posix(), path) for path in found)

    @cached_property
    def files(self) -> frozenset[str]:
        """The path of every file below the folder, with forward slashes."""
        return frozenset(name for name, path in self.places if path.is_file())

    @cached_property
    def page_paths(self) -> list[str]:
        """The path of each page, in order."""
        return sorted(filter(is_page, self.files))

    def page(self, path: str) -> BuiltPage:
        """Return one page; an empty page if the file doesn't exist."""
        return BuiltPage(path, self.text(path))

    def text(self, path: str) -> str:
        """Return the text of a file; an empty text if the file doesn't exist."""
        file = self.folder / path
        if path not in self.files:
            return ""
        return file.read_text(encoding="utf-8", errors="replace")

    def entry_of(self, page: BuiltPage) -> Entry | None:
        """Return the entry that a page belongs to; ``None`` if it isn't a partner's page."""
        folder, _, rest = page.path.partition("/")
        identifier = rest.removesuffix(f"/{INDEX_FILE}")
        return self.publication.catalog.by_id.get(identifier) if folder == "partners" else None

    def addresses_below(self, folder: str) -> list[str]:
        """Return the names of the folders in ``folder`` that have a page."""
        inside = re.compile(rf"{re.escape(folder)}/([^/]+)/{re.escape(INDEX_FILE)}")
        return sorted(found[1] for path in self.files if (found := inside.fullmatch(path)))

    @cached_property
    def partner_addresses(self) -> frozenset[str]:
        """Every address that a partner put into an entry."""
        return frozenset().union(*map(addresses, self.publication.catalog.entries))

    @cached_property
    def logos(self) -> dict[str, bytes]:
        """The logos of the partners by their addresses."""
        entries = self.publication.catalog.entries
        return {each.logo.address: each.logo.content for each in entries if each.logo}

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Where the page of each alias leads, by its path: an address relative to the page."""
        return {
            f"applications/{slug}/{INDEX_FILE}": f"../{application.slug}/{INDEX_FILE}"
            for slug, (_, application) in self.publication.catalog.aliases_by_slug.items()
        }

    @cached_property
    def policy(self) -> SitePolicy:
        """What each page may run and load."""
        return SitePolicy.read(self.publication.settings.content_policy, self.text)

    @cached_property
    def frame(self) -> frozenset[Element]:
        """The elements of the pages without text of partners: the theme or a plugin made them."""
        pages = (self.page(path) for path in FRAME_PAGES)
        return frozenset(each for page in pages for each in page.elements())

    def leaves(self, target: str) -> bool:
        """Return whether a link leads elsewhere than to the site and its repository."""
        github = self.publication.settings.github
        return ":" in target and not (github and target.startswith(f"{github}/"))

    def inline_code(self, page: BuiltPage) -> InlineCode:
        """Return the inline code that a page may have."""
        return self.policy.inline_code(page.path, page.html)

    def is_owners(self, page: BuiltPage) -> bool:
        """Return whether a page has whatever its owner wants, according to the settings."""
        return not is_of_catalog(page.path) and self.policy.declared.has_file(page.path)

    def may_load(self, page: BuiltPage, element: Element, directive: str, host: str) -> bool:
        """Return whether an element may load from another host.

        The host must be declared. A page of the catalog has only elements that pages without text
        of partners have too.
        """
        known = not is_of_catalog(page.path) or element in self.frame
        return known and self.policy.declared.allows(directive, host)


def _with_templates(tree: LexborHTMLParser) -> Iterator[LexborHTMLParser]:
    yield tree
    for template in tree.css("template"):
        _, _, inside = (template.html or "").partition(">")
        yield from _with_templates(LexborHTMLParser(inside))
