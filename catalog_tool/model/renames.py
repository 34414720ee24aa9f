"""Finds partners that were in the catalog before under another file name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from catalog_tool.model.former_partners import FormerPartners
from catalog_tool.model.published_entries import PublishedEntry
from catalog_tool.text.ordering import same_key


def renamed_entries(
    gone: Iterable[PublishedEntry], come: Iterable[PublishedEntry], former: FormerPartners
) -> dict[str, str]:
    """Return the new id of each entry whose file was renamed, by its old id.

    The records of former partners count first, then the same name, then the same website. If two
    entries match equally well, neither counts as renamed.

    Args:
        gone: entries whose file was deleted.
        come: entries whose file is new.
        former: the records of the new catalog.
    """
    old = {entry.id: entry for entry in gone}
    new = {entry.id: entry for entry in come}
    found = {
        identifier: way[-1]
        for identifier in old
        if (way := former.move_chain(identifier))[-1] in new and len(way) > 1
    }
    for fact in (_name, _website):
        before = _by_fact(fact, old, found.keys())
        after = _by_fact(fact, new, found.values())
        found |= {before[key]: after[key] for key in before.keys() & after.keys()}
    return found


def _by_fact(
    fact: Callable[[PublishedEntry], str],
    entries: Mapping[str, PublishedEntry],
    matched: Iterable[str],
) -> dict[str, str]:
    """Return the ids of entries by a fact that only one of them has."""
    matched = {*matched}
    ids: dict[str, list[str]] = {}
    for entry in entries.values():
        if entry.id not in matched and (key := fact(entry)):
            ids.setdefault(key, []).append(entry.id)
    return {key: alike[0] for key, alike in ids.items() if len(alike) == 1}


def _name(entry: PublishedEntry) -> str:
    return same_key(entry.name)


def _website(entry: PublishedEntry) -> str:
    return entry.website
