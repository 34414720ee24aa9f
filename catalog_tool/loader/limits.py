"""Limits of the size and depth of strangers' files, and of the guesses about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from catalog_tool.model.edits import Where
from catalog_tool.model.partner import Partner


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of the size and depth of one file.

    A file that is one list, without keys, is read as if the list were below the key ``list_key``.
    If its YAML is broken, ``own_keys`` are the keys that it can have besides those of any entry.
    A file that ``can_be_comments`` says nothing if it has only these, such as after the last field
    was deleted.
    """

    max_bytes: int
    max_depth: int
    max_nodes: int
    list_key: str = ""
    own_keys: frozenset[str] = frozenset()
    can_be_comments: bool = False


# 500 words are at most 500 names, or 250 groups of one name, of three values each.
ENTRY_LIMITS = Limits(max_bytes=64 * 1024, max_depth=3, max_nodes=800)
VOCABULARY_LIMITS = Limits(
    max_bytes=4 * 1024 * 1024, max_depth=4, max_nodes=200_000, can_be_comments=True
)
EXCEPTIONS_LIMITS = replace(VOCABULARY_LIMITS, list_key="exceptions")
# A field, its values, one of them, its aliases.
FIELDS_LIMITS = Limits(max_bytes=1024 * 1024, max_depth=5, max_nodes=100_000, can_be_comments=True)


@lru_cache(maxsize=4)  # each file asks for those of the same model
def entry_limits(model: type[Partner]) -> Limits:
    """Return the limits of an entry of the catalog that has this model."""
    return replace(ENTRY_LIMITS, own_keys=frozenset(model.own_fields))


LONGEST_GUESSED = 1_000
"""Longest value, in characters, whose meaning is guessed; addresses are shorter."""
MOST_GUESSED = 50
"""Most unknown keys of one file that are compared with known ones; the others are only looked up.

The limit is the same for values in lists of choices, logins, or links, which have at most twenty.
"""
MOST_REWRITTEN = ENTRY_LIMITS.max_nodes
"""Most values of a list that is rewritten; a longer list would be refused anyway."""


MAX_SEARCHED_CHARACTERS = 16 * 1024
MAX_SEARCHED_LINES = 400
"""Longest text that is searched for causes; an entry of 500 words hardly has more lines."""


def is_worth_a_guess(where: Where, seen: str) -> bool:
    """Whether a value is short enough to guess its meaning, and not far into a list."""
    positions = (step for step in where if isinstance(step, int))
    return len(seen) <= LONGEST_GUESSED and all(at < MOST_GUESSED for at in positions)
