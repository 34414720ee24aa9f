"""Finds known names in a text, word by word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from catalog_tool.text.ordering import fold

MOST_WORDS = 6
"""Longer names are not found."""

_WORD = re.compile(r"[^\W_]+")
_SPACES_BETWEEN = "".join(char if char.isalnum() else " " for char in map(chr, range(128)))

Words = tuple[str, ...]
T = TypeVar("T")


def words_of(text: str) -> Words:
    """Return the words of a text without case, accents, and punctuation."""
    if text.isascii():  # twice as fast as the pattern
        return tuple(text.lower().translate(_SPACES_BETWEEN).split())
    return tuple(map(fold, _WORD.findall(text)))


def without_run(words: Words, run: Words) -> Words:
    """Return the words of a text without a run of words, wherever it is in it."""
    if not run or run[0] not in words:
        return words
    kept: list[str] = []
    at = 0
    while at < len(words):
        if words[at : at + len(run)] == run:
            at += len(run)
        else:
            kept.append(words[at])
            at += 1
    return tuple(kept)


class NameFinder(Generic[T]):
    """Known names, each with a value. Of equal names, the first one counts."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """Index the values by the words of their names."""
        self._values: dict[Words, T] = {}
        sizes: defaultdict[str, set[int]] = defaultdict(set)
        for name, value in names:
            words = words_of(name)
            if 0 < len(words) <= MOST_WORDS:
                self._values.setdefault(words, value)
                sizes[words[0]].add(len(words))
        # The longest name counts: Contoso Labs is not Contoso.
        self._sizes = {first: sorted(each, reverse=True) for first, each in sizes.items()}

    def find(self, text: str) -> Iterator[tuple[str, T]]:
        """Yield each known name in a text, as it is written there, with its value."""
        words = words_of(text)
        if self._sizes.keys().isdisjoint(words):
            return
        written = _WORD.findall(text)
        end = 0
        for at, word in enumerate(words):
            if at >= end and word in self._sizes:
                runs = (words[at : at + size] for size in self._sizes[word])
                if run := next((run for run in runs if run in self._values), ()):
                    end = at + len(run)
                    yield " ".join(written[at:end]), self._values[run]
