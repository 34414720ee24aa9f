"""Finds pages that appear, move or vanish, so that no address is lost unnoticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog_tool.contributions.diff.changes import Fate, PageDifference
from catalog_tool.model.catalog import Catalog
from catalog_tool.site.addresses import application_address, partner_address
from catalog_tool.site.pages.grouping import by_category

_PageKey = tuple[str, str]
_PageTitle = tuple[str, str]
"""Address and title of a page."""


def page_differences(
    before: Catalog, after: Catalog, renamed: Mapping[str, str]
) -> tuple[PageDifference, ...]:
    """Return the changed pages of partners, applications and categories.

    Args:
        before: the catalog as it was.
        after: the catalog as it will be.
        renamed: new ids of renamed partners, by old id.
    """
    old = {_new_key(key, after, renamed): page for key, page in _pages(before).items()}
    new = _pages(after)
    stays = [(*old[key], *new[key]) for key in new if key in old and old[key] != new[key]]
    gone = {old[key][0]: old[key][1] for key in old if key not in new}
    come = {new[key][0]: new[key][1] for key in new if key not in old}
    # For readers, an address that stays and has a new title is one page.
    taken = [
        (address, gone[address], address, come[address]) for address in come if address in gone
    ]
    moved = [_page_change(*each) for each in (*stays, *taken)]
    appears = [
        PageDifference(Fate.APPEARS, title, "", address)
        for address, title in come.items()
        if address not in gone
    ]
    vanishes = [
        PageDifference(Fate.VANISHES, title, address, "")
        for address, title in gone.items()
        if address not in come
    ]
    return (*appears, *moved, *vanishes)


def _page_change(old_address: str, old_title: str, address: str, title: str) -> PageDifference:
    fate = Fate.TITLE_CHANGES if old_address == address else Fate.MOVES
    return PageDifference(
        fate, title, old_address, address, old_title if old_title != title else ""
    )


def _pages(catalog: Catalog) -> dict[_PageKey, _PageTitle]:
    return dict(_page_titles(catalog))


def _page_titles(catalog: Catalog) -> Iterator[tuple[_PageKey, _PageTitle]]:
    for entry in catalog.entries:
        yield ("partner", entry.id), (partner_address(entry), entry.title)
    for application in catalog.applications:
        name = application.name
        yield ("application", name), (application_address(application), name)
    for listing in by_category(catalog).values():
        yield ("category", listing.id), (listing.address, listing.category.name)


def _new_key(key: _PageKey, after: Catalog, renamed: Mapping[str, str]) -> _PageKey:
    kind, name = key
    if kind == "partner":
        return kind, renamed.get(name, name)
    if kind == "application":
        return kind, after.vocabulary.canonical(name) or name
    return key
