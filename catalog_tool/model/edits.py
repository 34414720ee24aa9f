"""Changes that a rule proposes, in terms of the data; the fixer turns them into text edits."""

from __future__ import annotations

from dataclasses import dataclass
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


class ReplaceText(NamedTuple):
    """Replace a span of the text, if no place in the data identifies it.

    Attributes:
        start: first character, counted from 0.
        end: one past the last character.
        text: the new text.
    """

    start: int
    end: int
    text: str


Change = ReplaceValue | Remove | Reorder | RenameKey | ReplaceText
