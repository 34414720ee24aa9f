"""What readers saw change in a catalog, day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.changes import ListChanged, ValueChanged, stated_changes, values_changed
from catalog_tool.model.renames import renamed_entries

_TEXTS = ("description", "applications_note", "tested_on", "tested_by")


class News(StrEnum):
    """What is new about a partner on a day, in the order in which a day is told."""

    ADDED = "added"
    LEFT = "left"
    RENAMED = "renamed"
    CHANGED = "changed"
    TESTED = "tested"


@dataclass(frozen=True, slots=True)
class PartnerNews:
    """What readers saw change for one partner on one day.

    Attributes:
        day: the day, such as ``2026-05-04``.
        kind: what is new.
        id: the id of its page today.
        former_name: its name before, if it was renamed.
        changes: what changed in its statements; if it left, what it listed; empty if it is new.
    """

    day: str
    kind: News
    id: str
    former_name: str = ""
    changes: tuple[ValueChanged | ListChanged, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many partners and applications the catalog had at the end of a day."""

    day: str
    partners: int
    applications: int


@dataclass(frozen=True, slots=True)
class History:
    """The changes that are known.

    Attributes:
        since: the first day of which they are known.
        news: the changes, the last day first; only of partners that pages may name.
        counts: the size of the catalog at the end of each month since then, the first first.
    """

    since: str
    news: tuple[PartnerNews, ...]
    counts: tuple[Count, ...]


class Replay:
    """Replays the days of a catalog, the first first.

    Entries are compared with the vocabulary and the records of today, because readers know these.
    """

    def __init__(self, catalog: Catalog, entries: Iterable[Entry]) -> None:
        """Begin with the entries before the first day.

        Args:
            catalog: the catalog today.
            entries: the entries at first.
        """
        self._catalog = catalog
        self.entries: dict[str, Entry] = {}
        self._news: list[PartnerNews] = []
        self._listed = Counter[str]()
        for entry in entries:
            self._replace(entry.id, entry)

    def advance(
        self, day: str, changed: Mapping[str, Entry | None], redrawn: AbstractSet[str] = frozenset()
    ) -> None:
        """Replay one day.

        Args:
            day: the day.
            changed: the entries that changed on it as they were at its end, by id; ``None`` is one
                that was gone.
            redrawn: the ids of entries whose logo's file changed on it.
        """
        changed = {id_: self.entries.get(id_) for id_ in redrawn} | dict(changed)
        before = {identifier: self.entries.get(identifier) for identifier in changed}
        for identifier, entry in changed.items():
            self._replace(identifier, entry)
        gone = {old.id: old for old in before.values() if old and old.id not in self.entries}
        come = [new for new in changed.values() if new and not before[new.id]]
        withdrawn = self._catalog.former.has_withdrawn
        published = (entry.as_published for entry in gone.values() if not withdrawn(entry.id))
        moved = renamed_entries(
            published, (entry.as_published for entry in come), self._catalog.former
        )
        if moved:
            self._news = [replace(each, id=moved.get(each.id, each.id)) for each in self._news]
        origins = before | {new: gone[old] for old, new in moved.items()}
        left = (self._leaving(day, each) for each in gone.values() if each.id not in moved)
        present = filter(None, changed.values())
        news = (
            self._difference(day, origins[each.id], each, is_redrawn=each.id in redrawn)
            for each in present
        )
        self._news += filter(None, (*left, *news))

    def count(self, day: str) -> Count:
        """Return the size of the catalog after the last day that was replayed."""
        listed = sum(number > 0 for number in self._listed.values())
        return Count(day, len(self.entries), listed)

    def news(self) -> tuple[PartnerNews, ...]:
        """Return the changes of partners that pages may name, the last day first."""
        kinds = list(News)
        by_kind = sorted(self._news, key=lambda found: kinds.index(found.kind))
        by_day = sorted(by_kind, key=lambda found: found.day, reverse=True)
        pages = ((self._page_of(found.id), found) for found in by_day)
        here = self._catalog.by_id
        return tuple(
            replace(found, id=page)
            for page, found in pages
            # If a partner is back, it isn't news that it left.
            if page and not (found.kind is News.LEFT and page in here)
        )

    def _replace(self, identifier: str, entry: Entry | None) -> None:
        if old := self.entries.pop(identifier, None):
            self._listed.subtract({*self._catalog.application_names(old)})
        if entry:
            self.entries[identifier] = entry
            self._listed.update({*self._catalog.application_names(entry)})

    def _leaving(self, day: str, entry: Entry) -> PartnerNews:
        listed = tuple(dict.fromkeys(self._catalog.application_names(entry)))
        changes = (ListChanged("applications", (), listed),) if listed else ()
        return PartnerNews(day, News.LEFT, entry.id, changes=changes)

    def _difference(
        self, day: str, before: Entry | None, after: Entry, *, is_redrawn: bool
    ) -> PartnerNews | None:
        if not before:
            return PartnerNews(day, News.ADDED, after.id)
        changes = tuple(self._changes(before, after, is_redrawn=is_redrawn))
        if before.title != after.title:
            return PartnerNews(day, News.RENAMED, after.id, before.title, changes)
        if not changes:
            return None
        is_test = {change.field for change in changes} <= {"tested_on", "tested_by"}
        return PartnerNews(day, News.TESTED if is_test else News.CHANGED, after.id, changes=changes)

    def _changes(
        self, before: Entry, after: Entry, *, is_redrawn: bool
    ) -> Iterator[ValueChanged | ListChanged]:
        """Yield what changed; nothing if today's format can't read all of it."""
        if not (before.partner.is_complete and after.partner.is_complete):
            return
        for change in stated_changes(before, after, self._catalog.vocabulary):
            # Only today's logos are read, so the name of the file stands for the drawing.
            if not isinstance(change, ValueChanged | ListChanged):
                continue
            if change.field not in {"name", "logo"}:
                yield change
        yield from values_changed(_TEXTS, before, after)
        old, new = before.partner.logo or "", after.partner.logo or ""
        if old != new or (new and is_redrawn):
            yield ValueChanged("logo", old, new)

    def _page_of(self, identifier: str) -> str:
        """Return the id of a partner's page today; ``""`` if nothing may name the partner."""
        catalog, former = self._catalog, self._catalog.former
        way = former.move_chain(identifier)
        is_known = way[-1] in catalog.by_id or way[-1] in former.former
        return way[-1] if is_known and not any(map(former.has_withdrawn, way)) else ""
