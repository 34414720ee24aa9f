"""Compares two catalogs: what readers will see change when one replaces the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.contributions.diff.changes import (
    AlphabetPosition,
    Difference,
    FieldChange,
    Kind,
    PartnerDifference,
    Unreadable,
)
from catalog_tool.contributions.diff.comparable import ComparableCatalog
from catalog_tool.contributions.diff.entry import entry_changes
from catalog_tool.contributions.diff.names import (
    field_differences,
    former_differences,
    name_differences,
)
from catalog_tool.contributions.diff.pages import page_differences
from catalog_tool.contributions.diff.texts import text_differences, unreadable_texts
from catalog_tool.loader.load import Loaded
from catalog_tool.model.catalog import Entry
from catalog_tool.model.changes import NOTHING, value_changed
from catalog_tool.model.renames import renamed_entries
from catalog_tool.text.ordering import sort_key


def compare(before: Loaded, after: Loaded) -> Difference:
    """Return everything that differs between two catalogs for their readers.

    A file that is unreadable in the new catalog is listed and counts as unchanged, because it
    cannot be published until it is fixed.
    """
    old, new = ComparableCatalog.of(before), ComparableCatalog.of(after)
    old, new = old.with_names_from(new), new.fill_gaps_from(old)
    renamed = _new_ids(old, new)
    partners = sorted(_partners(old, new, renamed), key=lambda found: sort_key(found.name))
    names = (
        *name_differences(old.catalog.vocabulary, new.catalog.vocabulary),
        *field_differences(old.catalog.fields, new.catalog.fields),
        *former_differences(old.catalog.former, new.catalog.former),
    )
    unreadable = (*_unreadable(old, new), *unreadable_texts(before.texts, after.texts))
    catalog = new.catalog
    shared = (catalog.vocabulary_source, catalog.fields_source, catalog.former_source)
    seen = {found.path for found in partners} | {found.path for found in unreadable}
    seen |= {found.old_path for found in partners} | (
        {each.path for each in shared} if names else set()
    )
    return Difference(
        tuple(partners),
        tuple(text_differences(before.texts, after.texts)),
        page_differences(old.catalog, new.catalog, renamed),
        names,
        unreadable,
        tuple(_changed_files(old, new, seen)),
    )


def _new_ids(old: ComparableCatalog, new: ComparableCatalog) -> dict[str, str]:
    """Return the new ids of renamed entries, by old id."""
    gone = [entry.as_published for path, entry in old.entries.items() if path not in new.sources]
    come = [entry.as_published for path, entry in new.entries.items() if path not in old.sources]
    return renamed_entries(gone, come, new.catalog.former)


def _partners(
    old: ComparableCatalog, new: ComparableCatalog, renamed: dict[str, str]
) -> Iterator[PartnerDifference]:
    old_ids = {id_: id_ for id_ in old.catalog.by_id} | renamed
    origins = {new_id: old.catalog.by_id[old_id] for old_id, new_id in old_ids.items()}
    old_places, new_places = _places(old.catalog.entries), _places(new.catalog.entries)
    for entry in new.catalog.entries:
        origin = origins.pop(entry.id, None)
        place = new_places[entry.id]
        facts = tuple(entry_changes(origin or NOTHING, entry, new.catalog.vocabulary))
        path = entry.source.path
        if origin is None:
            yield PartnerDifference(Kind.NEW, path, entry.title, place=place, facts=facts)
            continue
        is_moved = origin.title != entry.title and place != old_places[origin.id]
        news = place if is_moved else None
        if origin.id != entry.id:
            old_path = origin.source.path
            yield PartnerDifference(Kind.RENAMED, path, entry.title, old_path, news, facts)
        elif facts:
            yield PartnerDifference(Kind.CHANGED, path, entry.title, place=news, facts=facts)
    for entry in origins.values():
        facts = tuple(_fate(new, entry))
        place, path = old_places[entry.id], entry.source.path
        yield PartnerDifference(Kind.REMOVED, path, entry.title, place=place, facts=facts)


def _fate(new: ComparableCatalog, entry: Entry) -> Iterator[FieldChange]:
    """Yield what the records say about an entry that was removed."""
    if record := new.catalog.former.former.get(entry.id):
        yield from value_changed("moved_to", "", record.moved_to)
        yield from value_changed("removed", "", record.removed)
        yield from value_changed("reason", "", record.reason)


def _places(entries: Iterable[Entry]) -> dict[str, AlphabetPosition]:
    listed = [*entries]
    titles = ["", *(entry.title for entry in listed), ""]
    return {
        entry.id: AlphabetPosition(titles[position], titles[position + 2])
        for position, entry in enumerate(listed)
    }


def _unreadable(old: ComparableCatalog, new: ComparableCatalog) -> Iterator[Unreadable]:
    """Yield the changed files that cannot be read in one of the two catalogs."""
    for path in sorted({*old.unread, *new.unread}):
        before, after = old.unread.get(path, 0), new.unread.get(path, 0)
        is_as_it_was = before == after and old.text(path) == new.text(path)
        if path in new.sources and not is_as_it_was:
            yield Unreadable(path, before, after)


def _changed_files(
    old: ComparableCatalog, new: ComparableCatalog, seen: Iterable[str]
) -> Iterator[str]:
    """Yield the other files that changed."""
    for path in sorted({*old.sources, *new.sources} - {*seen}):
        if old.text(path) != new.text(path):
            yield path
