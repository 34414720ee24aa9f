"""How large and deep the files of strangers may be, and how much of them is guessed at."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.model.edits import Where


@dataclass(frozen=True, slots=True)
class Limits:
    """How large and deep one file may be."""

    max_bytes: int
    max_depth: int
    max_nodes: int


# 500 words are at most 500 names, or 250 groups of one name, of three values each.
ENTRY_LIMITS = Limits(max_bytes=64 * 1024, max_depth=3, max_nodes=800)
VOCABULARY_LIMITS = Limits(max_bytes=4 * 1024 * 1024, max_depth=4, max_nodes=200_000)

LONGEST_GUESSED = 1_000
"""Longest value, in characters, that is worth a guess at what was meant: addresses are shorter."""
MOST_GUESSED = 50
"""Most unknown keys of one file that are compared with known ones; the others are looked up.

As many values of a list of choices, logins or links, which have at most twenty.
"""
MOST_REWRITTEN = ENTRY_LIMITS.max_nodes
"""Most values of a list that is written anew: a longer one would be refused all the same."""


def is_worth_a_guess(where: Where, seen: str) -> bool:
    """Whether a value is no longer than an address, and no list is too long by far before it."""
    positions = (step for step in where if isinstance(step, int))
    return len(seen) <= LONGEST_GUESSED and all(at < MOST_GUESSED for at in positions)
