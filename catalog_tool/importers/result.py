"""What a text that was kept in another way says, and where each of its lines went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog_tool.model.nodes import Plain


@dataclass(frozen=True, slots=True, order=True)
class Lines:
    """Some lines of the text that is read, from 1, both inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Lines of the text whose facts stand under a key of the entry."""

    key: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about lines of the text that the person who imports it should know.

    Attributes:
        lines: where it stands.
        text: what stands there.
        reason: what became of it, and why.
    """

    lines: Lines
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedPartner:
    """One partner as the text describes it; nothing has been checked.

    Attributes:
        lines: the lines of its section.
        values: values of the entry, by key.
        placements: which lines went where.
        changes: what reads differently in the entry, or was concluded.
        unplaced: facts that the format of an entry has no place for.
        identifier: id of the entry, where the text says it.
    """

    lines: Lines
    values: Mapping[str, Plain]
    placements: tuple[Placement, ...]
    changes: tuple[Remark, ...]
    unplaced: tuple[Remark, ...]
    identifier: str = ""

    @property
    def name(self) -> str:
        """The partner's name."""
        return str(self.values["name"])


@dataclass(frozen=True, slots=True)
class Import:
    """What a text says; every line of it that is not blank is in one of these.

    Attributes:
        partners: its partners, in the order of the text.
        changes: what was changed in the whole text before it was read.
        left_out: what is about no partner.
    """

    partners: tuple[ImportedPartner, ...]
    changes: tuple[Remark, ...]
    left_out: tuple[Remark, ...]
