"""All kinds of pages.

To add a kind of page, write one module, add its name to the list, and write one test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from catalog_tool.model.publication import Publication
from catalog_tool.site.api import page as api
from catalog_tool.site.compare import page as compare
from catalog_tool.site.coverage import page as coverage
from catalog_tool.site.numbers import page as numbers
from catalog_tool.site.pages import (
    application,
    applications,
    catalog,
    categories,
    contribute,
    former_partner,
    home,
    new,
    partner,
    queue,
    rules,
    terms,
    withheld_entry,
)
from catalog_tool.site.pages.page import Page

PageKind = Callable[[Publication], Iterable[Page]]
PageMaker = Callable[[], Iterable[Page]]

# Two processes can share the pages of partners, which are most pages.
_PARTS = 8

PAGE_KINDS: Mapping[str, PageKind] = {
    "api": api.pages,
    "application": application.pages,
    "applications": applications.pages,
    "catalog": catalog.pages,
    "categories": categories.pages,
    "compare": compare.pages,
    "contribute": contribute.pages,
    "coverage": coverage.pages,
    "former_partner": former_partner.pages,
    "home": home.pages,
    "new": new.pages,
    "numbers": numbers.pages,
    "withheld_entry": withheld_entry.pages,
    "partner": partner.pages,
    "queue": queue.pages,
    "rules": rules.pages,
    "terms": terms.pages,
}
"""The function that makes the pages of each kind, by name, in the order of the site's sources."""


def all_pages(publication: Publication) -> Iterator[Page]:
    """Yield every page of the site, kind by kind. No two have the same path."""
    return chain.from_iterable(make() for make in page_makers(publication))


def page_makers(publication: Publication) -> Iterator[PageMaker]:
    """Yield functions that make all pages, in order: one for each kind, several for partners."""
    for kind, pages in PAGE_KINDS.items():
        if kind != "partner":
            yield partial(pages, publication)
            continue
        entries = publication.catalog.entries
        size = max(1, -(-len(entries) // _PARTS))
        for first in range(0, len(entries), size):
            yield partial(partner.entry_pages, publication, entries[first : first + size])
