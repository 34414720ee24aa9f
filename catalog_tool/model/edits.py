"""Changes that a rule proposes: of the data, which the fixer turns into edits, or of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

Where = tuple[str | int, ...]
"""A place in an entry: keys and list positions from the top, such as ``("applications", 3)``."""


@dataclass(frozen=True, slots=True)
class ReplaceValue:
    """Replace the text of one scalar.

    Attributes:
        where: the scalar.
        value: its new text, before any YAML quoting.
    """

    where: Where
    value: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove one element of a list, or one key with its value from a mapping."""

    where: Where


@dataclass(frozen=True, slots=True)
class Reorder:
    """Change the order of the children of a list or mapping.

    Attributes:
        where: the list or mapping.
        order: the old positions in their new order, each exactly once.
    """

    where: Where
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Rename one key of a mapping; its value stays.

    Attributes:
        where: the value of the key.
        key: the new key.
    """

    where: Where
    key: str


class Edit(NamedTuple):
    """One replacement in the text of a file, by character offsets from 0, end exclusive."""

    start: int
    end: int
    replacement: str


Change = ReplaceValue | Remove | Reorder | RenameKey | Edit


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with edits applied that don't overlap, in any order."""
    parts = []
    position = 0
    for edit in sorted(edits, key=attrgetter("start")):
        parts += [text[position : edit.start], edit.replacement]
        position = edit.end
    return "".join([*parts, text[position:]])
