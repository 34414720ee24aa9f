"""The filters of the catalog: groups of boxes, each with the number of partners that state it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalog_tool.model.catalog import Entry
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.site.finder.index import CATEGORY, facet_values
from catalog_tool.site.pages.partner_facts import status_of

BOXES_SHOWN = 8
"""A group with more boxes begins with those of the most partners."""

TESTED = "tested_on"
"""The filter by the age of the test. No field of an owner can have the name of this key."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a filter.

    Attributes:
        value: its value in the address.
        name: its name for readers.
        count: number of partners that state it; at least one.
        is_shown_first: whether a long group begins with it.
    """

    value: str
    name: str
    count: int
    is_shown_first: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A group of boxes under a heading; ``key`` is its name in the address."""

    key: str
    label: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a list of entries.

    Attributes:
        groups: those with a box.
        boxes_of: the positions of each entry's boxes, counted through all groups, by its id.
    """

    groups: tuple[Filter, ...]
    boxes_of: Mapping[str, str]

    @classmethod
    def of(cls, publication: Publication, entries: Iterable[Entry]) -> Filters:
        """Return the filters that have a box for at least one of some entries."""
        words = publication.words
        stated = {entry.id: set(_stated(entry, publication)) for entry in entries}
        counts = Counter(each for values in stated.values() for each in values)
        named = _names(publication, words)
        groups = tuple(
            Filter(key, label, boxes)
            for key, (label, names) in named.items()
            if (boxes := _boxes(key, names, counts))
        )
        every = [(group.key, box.value) for group in groups for box in group.boxes]
        boxes_of = {
            id_: " ".join(str(at) for at, each in enumerate(every) if each in values)
            for id_, values in stated.items()
        }
        return cls(groups, boxes_of)


def _names(publication: Publication, words: Messages) -> dict[str, tuple[str, Mapping[str, str]]]:
    """Return the label of each filter with the names of its values, by key."""
    fields = publication.catalog.fields
    months = publication.settings.freshness.due
    tested = {
        "fresh": words.ngettext("In the last month", "In the last %(num)s months", months),
        "old": words.gettext("Longer ago"),
    }
    return {
        key: (words.gettext("Category") if key == CATEGORY else fields[key].label, names)
        for key, names in facet_values(publication.catalog).items()
    } | {TESTED: (words.gettext("Tested"), tested)}


def _stated(entry: Entry, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield each value that an entry states, with the key of its filter."""
    catalog = publication.catalog
    for name in catalog.application_names(entry):
        if known := catalog.vocabulary.applications.get(name):
            yield CATEGORY, known.category
    for key, values in entry.partner.fields.items():
        yield from ((key, value) for value in values)
    if publication.day and (status := status_of(entry, publication=publication)):
        yield TESTED, "fresh" if status.is_fresh else "old"


def _boxes(
    key: str, names: Mapping[str, str], counts: Mapping[tuple[str, str], int]
) -> tuple[Box, ...]:
    stated = [value for value in names if counts.get((key, value))]
    first = sorted(stated, key=lambda value: -counts[key, value])[:BOXES_SHOWN]
    return tuple(Box(value, names[value], counts[key, value], value in first) for value in stated)
