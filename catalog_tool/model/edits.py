"""What a rule wants changed, said in terms of the data; the fixer turns it into text edits."""

from __future__ import annotations

from dataclasses import dataclass

Where = tuple[str | int, ...]
"""A place in an entry: keys and list positions from the top, as in ``("applications", 3)``."""


@dataclass(frozen=True, slots=True)
class ReplaceValue:
    """Write another text in place of one scalar.

    Attributes:
        where: the scalar.
        value: its new text, before any YAML quoting.
    """

    where: Where
    value: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take one element out of a list, or one key with its value out of a mapping."""

    where: Where


@dataclass(frozen=True, slots=True)
class Reorder:
    """Put the children of a list or mapping in another order.

    Attributes:
        where: the list or mapping.
        order: the old positions in their new order, each exactly once.
    """

    where: Where
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Spell one key of a mapping differently; its value stays.

    Attributes:
        where: the value whose key is meant.
        key: the right spelling.
    """

    where: Where
    key: str


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Replace a span of the file as it stands, where the data cannot name the place.

    Attributes:
        start: first character, counted from 0.
        end: one past the last character.
        text: what stands there afterwards.
    """

    start: int
    end: int
    text: str


Change = ReplaceValue | Remove | Reorder | RenameKey | ReplaceText
