"""Compares the texts of the catalog's owner, which pages show around the entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog_tool.contributions.diff.changes import Kind, TextDifference, Unreadable
from catalog_tool.contributions.diff.entry import text_changes
from catalog_tool.text.markup import parse_prose

Texts = Mapping[str, str | None]
"""Texts by path; ``None`` is one that can't be read."""


def text_differences(before: Texts, after: Texts) -> Iterator[TextDifference]:
    """Yield the texts that readers will see change, and those that are new or removed."""
    for path in sorted({*before, *after}):
        old, new = before.get(path, ""), after.get(path, "")
        if old is None or new is None or old == new:
            continue
        kind = Kind.CHANGED
        if path not in before or path not in after:
            kind = Kind.NEW if path in after else Kind.REMOVED
        changes = tuple(text_changes("text", parse_prose(old), parse_prose(new)))
        if changes:
            yield TextDifference(kind, path, changes)


def unreadable_texts(before: Texts, after: Texts) -> Iterator[Unreadable]:
    """Yield the changed texts that can't be read in one of the two catalogs."""
    for path in sorted(path for path in after if before.get(path, "") != after[path]):
        is_broken = before.get(path, "") is None, after[path] is None
        if any(is_broken):
            yield Unreadable(path, *map(int, is_broken))
