"""How large and how deep the files of strangers may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How large and deep one file may be."""

    max_bytes: int
    max_depth: int
    max_nodes: int


# 500 words are at most 500 names, or 250 groups of one name, of three values each.
ENTRY_LIMITS = Limits(max_bytes=64 * 1024, max_depth=3, max_nodes=800)


VOCABULARY_LIMITS = Limits(max_bytes=4 * 1024 * 1024, max_depth=4, max_nodes=200_000)
