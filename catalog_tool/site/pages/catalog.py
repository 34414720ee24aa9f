"""All partners: a list to choose from, and all entries in full, to print.

The list is one page with filters, and the entries are on another. A large catalog has a page with
filters for each letter instead, and the finder filters all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import partner_address
from catalog_tool.site.pages.breadcrumbs import Listing, Step
from catalog_tool.site.pages.filters import Filters
from catalog_tool.site.pages.grouping import LONG_FROM, Initial, by_initial
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.partner import application_groups
from catalog_tool.site.pages.partner_rows import partner_rows
from catalog_tool.site.pages.templating import fill

ADDRESS = "catalog/"
PRINT_ADDRESS = f"{ADDRESS}print/"
MOST_ROWS = 1_000
"""Most partners on one page. A larger catalog has a page for each letter."""

INITIALS_FROM = 13
"""Number of partners from which the letters are links."""


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the list and the entries in full, each with pages for its letters if it is long."""
    entries = publication.catalog.entries
    initials = by_initial(entries, lambda entry: entry.title)
    if len(entries) > MOST_ROWS:
        yield from _letters(publication, initials)
        yield from _letters_in_full(publication, initials)
    else:
        yield _list(publication, initials)
        yield _in_full(publication, PRINT_ADDRESS, entries)


def letter_addresses(publication: Publication) -> dict[str, str]:
    """Return where the partners of each first letter are: on one page, or on one for each."""
    entries = publication.catalog.entries
    initials = by_initial(entries, lambda entry: entry.title)
    if len(entries) <= MOST_ROWS:
        return {initial.letter: f"{ADDRESS}#{initial.anchor}" for initial in initials}
    return addresses_below(ADDRESS, initials)


def addresses_below(address: str, initials: Sequence[Initial[Entry]]) -> dict[str, str]:
    """Return the address of a page for each letter."""
    return {each.letter: f"{address}{each.anchor.removeprefix('initial-')}/" for each in initials}


def _list(publication: Publication, initials: Sequence[Initial[Entry]]) -> Page:
    entries = publication.catalog.entries
    return fill(
        _page(publication, ADDRESS, entries),
        "catalog.html",
        publication,
        **_rows(publication, entries),
        anchors={initial.members[0].id: initial.anchor for initial in initials},
        initials=initials if len(entries) >= INITIALS_FROM else (),
    )


def _rows(publication: Publication, entries: Sequence[Entry]) -> dict[str, object]:
    """Return the values of ``catalog_rows.html`` for a list of entries."""
    changed_on = {
        entry.id: day for entry in entries if (day := publication.changed_on.get(entry.source.path))
    }
    return {
        "changed_on": changed_on,
        "entries": entries,
        "filters_of_list": Filters.of(publication, entries) if len(entries) > 1 else None,
        "has_tests": any(entry.partner.tested_on for entry in entries),
        "is_long": len(entries) >= LONG_FROM,
    }


def _letters(publication: Publication, initials: Sequence[Initial[Entry]]) -> Iterator[Page]:
    addresses = letter_addresses(publication)
    yield fill(
        _page(publication, ADDRESS, ()),
        "catalog_letters.html",
        publication,
        addresses=addresses,
        initials=initials,
    )
    for initial in initials:
        yield fill(
            _page(publication, addresses[initial.letter], initial.members, initial.letter),
            "catalog_letter.html",
            publication,
            **_rows(publication, initial.members),
            addresses=addresses,
            anchors={},
            initial=initial,
            initials=(),
            rows=partner_rows(publication),
        )


def _page(
    publication: Publication, address: str, entries: Sequence[Entry], letter: str = ""
) -> Page:
    words = publication.words
    name = words.gettext("%(Partners)s")
    title = words.gettext("%(Partners)s: %(letter)s", letter=letter) if letter else name
    return Page(
        address,
        title=title,
        description=words.gettext(
            "All %(partners)s from A to Z, with what they state, their %(applications)s, and their "
            "contacts: %(title)s.",
            title=publication.settings.title,
        ),
        trail=(Step(name, ADDRESS),) if letter else (),
        subject=Listing(
            title, tuple(Step(entry.title, partner_address(entry)) for entry in entries)
        ),
    )


def _letters_in_full(
    publication: Publication, initials: Sequence[Initial[Entry]]
) -> Iterator[Page]:
    addresses = addresses_below(PRINT_ADDRESS, initials)
    yield _in_full(publication, PRINT_ADDRESS, (), addresses)
    for each in initials:
        yield _in_full(publication, addresses[each.letter], each.members, addresses, each.letter)


def _in_full(
    publication: Publication,
    address: str,
    entries: Sequence[Entry],
    addresses: Mapping[str, str] = MappingProxyType({}),
    letter: str = "",
) -> Page:
    words = publication.words
    name = words.gettext("All %(partners)s in full")
    title = words.gettext("All %(partners)s in full: %(letter)s", letter=letter) if letter else name
    up = Step(words.gettext("%(Partners)s"), ADDRESS)
    return fill(
        Page(
            address,
            title=title,
            description=words.gettext(
                "All entries in full, to print or to search with the browser: %(title)s.",
                title=publication.settings.title,
            ),
            trail=(up, Step(name, PRINT_ADDRESS)) if letter else (up,),
            is_indexed=False,
        ),
        "catalog_print.html",
        publication,
        addresses=addresses,
        entries=entries,
        groups={entry.id: application_groups(entry, publication.catalog) for entry in entries},
        heading=title,
        is_long=len(entries) >= LONG_FROM,
        letter=letter,
    )
