"""All partners: a list to choose from, and all entries in full on one page.

The list is one page with filters. A large catalog has a page for each letter instead, and the
finder filters it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import partner_address
from catalog_tool.site.messages import messages_of
from catalog_tool.site.pages.breadcrumbs import Listing, Step
from catalog_tool.site.pages.filters import Filters
from catalog_tool.site.pages.grouping import LONG_FROM, Initial, by_initial
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.partner import application_groups
from catalog_tool.site.pages.templating import fill

ADDRESS = "catalog/"
PRINT_ADDRESS = f"{ADDRESS}print/"
MOST_ROWS = 1_000
"""Most partners on one page. A larger catalog has a page for each letter."""

INITIALS_FROM = 13
"""Number of partners from which the letters are links."""


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the list, its pages of letters if it is long, and the page of entries in full."""
    initials = by_initial(publication.catalog.entries, lambda entry: entry.title)
    if len(publication.catalog.entries) > MOST_ROWS:
        yield from _letters(publication, initials)
    else:
        yield _list(publication, initials)
    yield _in_full(publication)


def letter_addresses(publication: Publication) -> dict[str, str]:
    """Return where the partners of each first letter are: on one page, or on one for each."""
    entries = publication.catalog.entries
    anchors = {each.letter: each.anchor for each in by_initial(entries, lambda entry: entry.title)}
    if len(entries) <= MOST_ROWS:
        return {letter: f"{ADDRESS}#{anchor}" for letter, anchor in anchors.items()}
    return {
        letter: f"{ADDRESS}{anchor.removeprefix('initial-')}/" for letter, anchor in anchors.items()
    }


def _list(publication: Publication, initials: Sequence[Initial[Entry]]) -> Page:
    entries = publication.catalog.entries
    changed_on = {
        entry.id: day for entry in entries if (day := publication.changed_on.get(entry.source.path))
    }
    return fill(
        _page(publication, ADDRESS, entries),
        "catalog.html",
        publication,
        anchors={initial.members[0].id: initial.anchor for initial in initials},
        changed_on=changed_on,
        filters_of_list=Filters.of(publication) if len(entries) > 1 else None,
        has_tests=any(entry.partner.tested_on for entry in entries),
        initials=initials if len(entries) >= INITIALS_FROM else (),
        is_long=len(entries) >= LONG_FROM,
    )


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
            addresses=addresses,
            initial=initial,
            long_from=LONG_FROM,
        )


def _page(
    publication: Publication, address: str, entries: Sequence[Entry], letter: str = ""
) -> Page:
    words = messages_of(publication.settings)
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


def _in_full(publication: Publication) -> Page:
    words = messages_of(publication.settings)
    catalog = publication.catalog
    return fill(
        Page(
            PRINT_ADDRESS,
            title=words.gettext("All %(partners)s in full"),
            description=words.gettext(
                "All entries in full on one page, to print or to search with the browser: "
                "%(title)s.",
                title=publication.settings.title,
            ),
            trail=(Step(words.gettext("%(Partners)s"), ADDRESS),),
            is_indexed=False,
        ),
        "catalog_print.html",
        publication,
        groups={entry.id: application_groups(entry, catalog) for entry in catalog.entries},
        is_long=len(catalog.entries) >= LONG_FROM,
    )
