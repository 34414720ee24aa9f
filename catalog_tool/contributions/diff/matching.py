"""Which file of one catalog is the same partner as which file of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from catalog_tool.model.catalog import Entry
from catalog_tool.model.former_partners import FormerPartners
from catalog_tool.text.ordering import same_key


def renamed_entries(
    gone: Iterable[Entry], come: Iterable[Entry], former: FormerPartners
) -> dict[str, str]:
    """Return the new id of each entry whose file was renamed, by its old id.

    What the records of former partners say counts first; then the same name, then the same
    website. Two that are equally alike are no match: nobody can tell which is meant.

    Args:
        gone: entries whose file is not there any more.
        come: entries whose file was not there.
        former: the records of the new catalog.
    """
    old = {entry.id: entry for entry in gone}
    new = {entry.id: entry for entry in come}
    found = {
        identifier: way[-1]
        for identifier in old
        if (way := former.way_of(identifier))[-1] in new and len(way) > 1
    }
    for alike in (_name, _website):
        rest = _without(old, found.keys())
        found |= _matches(rest, _without(new, found.values()), alike)
    return found


def _matches(
    old: Mapping[str, Entry], new: Mapping[str, Entry], alike: Callable[[Entry], str]
) -> dict[str, str]:
    old_by_key, new_by_key = _unique(old.values(), alike), _unique(new.values(), alike)
    return {old_by_key[key]: new_by_key[key] for key in old_by_key.keys() & new_by_key.keys()}


def _unique(entries: Iterable[Entry], alike: Callable[[Entry], str]) -> dict[str, str]:
    """Return ids by a key that only one entry has."""
    by_key: dict[str, list[str]] = {}
    for entry in entries:
        by_key.setdefault(alike(entry), []).append(entry.id)
    return {key: ids[0] for key, ids in by_key.items() if len(ids) == 1}


def _without(entries: Mapping[str, Entry], ids: Iterable[str]) -> dict[str, Entry]:
    left_out = {*ids}
    return {id_: entry for id_, entry in entries.items() if id_ not in left_out}


def _name(entry: Entry) -> str:
    return same_key(entry.title)


def _website(entry: Entry) -> str:
    return entry.partner.website
