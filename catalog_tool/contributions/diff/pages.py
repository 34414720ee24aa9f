"""Which pages appear, move and vanish: an address that readers kept is not to be lost unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog_tool.contributions.diff.changes import Fate, PageDifference
from catalog_tool.model.catalog import Catalog
from catalog_tool.site.addresses import application_address, partner_address
from catalog_tool.site.pages.grouping import by_category

Key = tuple[str, str]
Shown = tuple[str, str]
"""Address and title of a page."""


def page_differences(
    before: Catalog, after: Catalog, renamed: Mapping[str, str]
) -> tuple[PageDifference, ...]:
    """Return what becomes of the pages of partners, applications and categories.

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
    # An address that stays with another title is one page for its readers.
    taken = [
        (address, gone[address], address, come[address]) for address in come if address in gone
    ]
    moved = [_changed(*each) for each in (*stays, *taken)]
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


def _changed(old_address: str, old_title: str, address: str, title: str) -> PageDifference:
    fate = Fate.TITLE_CHANGES if old_address == address else Fate.MOVES
    return PageDifference(
        fate, title, old_address, address, old_title if old_title != title else ""
    )


def _pages(catalog: Catalog) -> dict[Key, Shown]:
    return dict(_listed(catalog))


def _listed(catalog: Catalog) -> Iterator[tuple[Key, Shown]]:
    for entry in catalog.entries:
        yield ("partner", entry.id), (partner_address(entry), entry.title)
    for application in catalog.applications:
        name = application.name
        yield ("application", name), (application_address(application), name)
    for listing in by_category(catalog).values():
        yield ("category", listing.id), (listing.address, listing.category.name)


def _new_key(key: Key, after: Catalog, renamed: Mapping[str, str]) -> Key:
    kind, name = key
    if kind == "partner":
        return kind, renamed.get(name, name)
    if kind == "application":
        return kind, after.vocabulary.canonical(name) or name
    return key
