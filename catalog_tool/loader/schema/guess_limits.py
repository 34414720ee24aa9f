"""How much is guessed at: what is longer, or more, is told without a guess or a repair."""

from __future__ import annotations

from catalog_tool.loader.limits import ENTRY_LIMITS
from catalog_tool.model.edits import Where

LONGEST_GUESSED = 1_000
"""Longest value, in characters, that is worth a guess at what was meant: addresses are shorter."""
MOST_GUESSED = 50
"""Most unknown keys of one file that are compared with known ones; the others are looked up.

As many values of a list of choices, logins or links, which have at most twenty.
"""
MOST_MENDED = ENTRY_LIMITS.max_nodes
"""Most values of a list that is written anew: a longer one would be refused all the same."""


def is_worth_a_guess(where: Where, seen: str) -> bool:
    """Whether a value is no longer than an address, and no list is too long by far before it."""
    positions = (step for step in where if isinstance(step, int))
    return len(seen) <= LONGEST_GUESSED and all(at < MOST_GUESSED for at in positions)
