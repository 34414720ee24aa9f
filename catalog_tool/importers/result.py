"""The content of an imported text, and the place of each of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalog_tool.model.nodes import Plain


@dataclass(frozen=True, slots=True, order=True)
class Lines:
    """A range of lines in a text, from 1, inclusive; in a file of a folder if there are several."""

    first: int
    last: int
    file: str = ""

    @property
    def numbers(self) -> range:
        """The numbers of the lines."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Count:
    """How many lines, links, or records a list has: all, in entries, and others in the report."""

    total: int = 0
    entries: int = 0
    report: int = 0

    @property
    def neither(self) -> int:
        """Those that are in neither."""
        return self.total - self.entries - self.report


@dataclass(frozen=True, slots=True)
class Placement:
    """Lines of the text whose facts are under a key of the entry, perhaps only as a guess."""

    key: str
    lines: Lines
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class ImportMessage:
    """The text of lines with what happened to it and why, for the person who imports it."""

    lines: Lines
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedPartner:
    """One partner in the text, without any checks.

    Attributes:
        lines: the lines of its section.
        values: values of the entry, by key.
        placements: the key of each group of lines.
        changes: what is different in the entry.
        unplaced: facts that an entry has no field for.
        identifier: id of the entry, if the text contains it.
    """

    lines: Lines
    values: Mapping[str, Plain]
    placements: tuple[Placement, ...]
    changes: tuple[ImportMessage, ...]
    unplaced: tuple[ImportMessage, ...]
    identifier: str = ""

    @property
    def name(self) -> str:
        """The partner's name."""
        return str(self.values["name"])


@dataclass(frozen=True, slots=True)
class Import:
    """The content of a text; each of its non-blank lines is in one of the attributes.

    Attributes:
        partners: its partners, in the order of the text.
        changes: what was changed in the whole text before it was read.
        left_out: text that is not about a partner.
        columns: the titles of its columns, or the keys of its objects.
        records: where its objects are, of which several can be on one line.
    """

    partners: tuple[ImportedPartner, ...]
    changes: tuple[ImportMessage, ...]
    left_out: tuple[ImportMessage, ...]
    columns: tuple[str, ...] = ()
    records: Count = Count()

    @property
    def messages(self) -> Iterator[ImportMessage]:
        """All messages of the report."""
        yield from (*self.changes, *self.left_out)
        for partner in self.partners:
            yield from (*partner.changes, *partner.unplaced)
