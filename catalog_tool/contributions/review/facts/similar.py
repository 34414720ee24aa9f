"""Finds the known name that another name looks like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from catalog_tool.text.characters.confusables import drawn_key

SHORTEST = 5
"""Shortest name, in letters, in which one changed letter counts: short names are often close."""

T = TypeVar("T")


class SimilarNames(Generic[T]):
    """Known names, each with a value, to look up what a similar name may be taken for."""

    def __init__(self, known: Mapping[str, T]) -> None:
        """Index the values by what their names look like."""
        self._known = {_key(name): value for name, value in known.items()}

    def find(self, name: str) -> T | None:
        """Return the value of a name that looks the same or differs by one slip, or ``None``."""
        key = _key(name)
        if found := self._known.get(key):
            return found
        if len(key) < SHORTEST:
            return None
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for new names
        from rapidfuzz.process import extractOne  # noqa: PLC0415 - as above

        near = extractOne(key, self._known.keys(), scorer=OSA.distance, score_cutoff=1)
        return self._known[near[0]] if near else None


def _key(name: str) -> str:
    return drawn_key(name).lower()
