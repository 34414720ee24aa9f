"""Publishes a catalog without the entries that have errors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from catalog_tool.linter.rules import duplicate_partner, duplicate_website
from catalog_tool.loader.git.history import settled_in
from catalog_tool.model.catalog import Entry
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.identifiers import identifier_in, reserved_for
from catalog_tool.model.publication import Publication, WithheldEntry
from catalog_tool.model.settings import Settings
from catalog_tool.text.ordering import sort_key

_ABOUT_TWO_ENTRIES = {
    "duplicate-partner": duplicate_partner.check_catalog,
    "duplicate-website": duplicate_website.check_catalog,
}
_MOST_DATED = 50  # entries that contradict each other; Git starts once for each


def with_quarantine(
    publication: Publication, diagnostics: Iterable[Diagnostic], paths: Collection[str]
) -> Publication | None:
    """Return a publication that withholds the entries with errors and lists their names.

    If two entries contradict each other, the older one stays: the one that is published as it is;
    if none or both are, the one that Git knows with this name and website for longer. Without Git,
    both are withheld, because a program can't know which one is right.

    Args:
        publication: the whole catalog.
        diagnostics: all diagnostics of the catalog.
        paths: the files that were checked.

    Returns:
        The rest of the catalog; ``None`` if an error is outside the entries, or no entry is left.
    """
    errors: dict[str, list[Diagnostic]] = {}
    for found in diagnostics:
        # Only accepted logos are published, so the others withhold no entry.
        if found.severity is Severity.ERROR and not _is_logo(found, publication.settings):
            errors.setdefault(found.path, []).append(found)
    settings, catalog = publication.settings, publication.catalog
    shared = {settings.vocabulary_path, settings.former_path, settings.exceptions_path}
    shared.add(settings.fields_path)
    entry_files = {*paths} - shared
    for entry in _undisputed(publication, errors):
        del errors[entry.source.path]
    kept = tuple(entry for entry in catalog.entries if entry.source.path not in errors)
    if not kept or not errors.keys() <= entry_files:
        return None
    by_path = {entry.source.path: entry for entry in catalog.entries}
    withheld = [
        _withhold(path, by_path.get(path), found, settings.partners)
        for path, found in errors.items()
    ]
    in_order = sorted(withheld, key=lambda each: (sort_key(each.name), each.path))
    kept_catalog = replace(catalog, entries=kept)
    return replace(publication, catalog=kept_catalog, withheld=tuple(in_order))


def _is_logo(found: Diagnostic, settings: Settings) -> bool:
    return found.path.startswith(f"{settings.logos_path}/")


def _undisputed(
    publication: Publication, errors: Mapping[str, list[Diagnostic]]
) -> Iterator[Entry]:
    """Yield the entries whose only errors are that newer entries have the same name or website."""
    catalog = publication.catalog
    disputed = [
        entry
        for entry in catalog.entries
        if (found := errors.get(entry.source.path))
        and all(error.name in _ABOUT_TWO_ENTRIES for error in found)
    ]
    if not disputed:
        return
    others = defaultdict[str, set[str]](set)
    for check in _ABOUT_TWO_ENTRIES.values():
        for problem in check(catalog):
            others[problem.path].update(problem.others)
    known, published = _settled(publication.settings, disputed), {*catalog.published}
    ranks = {
        entry.source.path: (entry.as_published not in published, known.get(entry.source.path, 0))
        for entry in catalog.entries
        if entry.source.path in others
    }
    for entry in disputed:
        path = entry.source.path
        if all(ranks[path] < ranks[other] for other in others[path]):
            yield entry


def _settled(settings: Settings, entries: Collection[Entry]) -> Mapping[str, int]:
    """Return for each file when its name and website became what they are, if Git knows it."""
    if len(entries) > _MOST_DATED:
        return {}
    return settled_in(
        settings,
        {
            entry.source.path: [
                entry.source.position(node.start)[0]
                for key in ("name", "website")
                if (node := entry.source.node((key,)))
            ]
            for entry in entries
        },
    )


def _withhold(
    path: str, entry: Entry | None, errors: Iterable[Diagnostic], partners: str
) -> WithheldEntry:
    folder, _, file_name = path.rpartition("/")
    identifier = identifier_in(file_name)
    if reserved_for(identifier) or folder != partners:
        identifier = ""
    name = entry.partner.name if entry and _is_sound_name(entry, errors) else ""
    return WithheldEntry(path, identifier, name or identifier or file_name)


def _is_sound_name(entry: Entry, errors: Iterable[Diagnostic]) -> bool:
    """Return whether no error is in the name. A count has no place, so it may hide one there."""
    node = entry.source.node(("name",))
    if node is None:
        return False
    start, end = entry.source.position(node.start), entry.source.position(node.end)
    return all(
        error.count == 1
        and ((error.end_line, error.end_column) < start or end < (error.line, error.column))
        for error in errors
    )
