"""All texts that things are found by, joined to one, so that one scan answers for a word.

A text is kept without its spaces, beside the places where its words begin: so ``topsecret`` finds
*Top Secret*, and a word is found whether the name or the reader splits it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import pairwise

from catalog_tool.site.finder.slips import (
    SHORTEST_BEGINNING,
    SHORTEST_MISTYPED,
    is_slip,
    is_slip_in_beginning,
)
from catalog_tool.site.finder.words import name_words

_SEPARATOR = "\n"
# Beyond it JavaScript counts two for a letter. The scripts there are ideographs and extinct ones.
_LAST_LETTER = "\uffff"


class Source(IntEnum):
    """What a text is of whatever it finds."""

    NAME = 0
    ALIAS = 1
    VENDOR = 2
    CATEGORY = 3
    INTERFACE = 4
    DIRECTION = 5
    DESCRIPTION = 6


class Grade(IntEnum):
    """How well a word of a query is in a text; more is better."""

    TYPO = 1
    BEGINNING = 2
    WHOLE = 3


@dataclass(frozen=True, slots=True)
class Owned:
    """A text with what it finds.

    Attributes:
        text: as readers see it.
        source: what it is.
        owners: numbers of the applications and partners that it finds.
    """

    text: str
    source: Source
    owners: tuple[int, ...]


class SearchTexts:
    """The texts of an index, to be searched for words.

    Attributes:
        texts: those with at least one word; each has its position as its number.
        keys: the same without spaces and punctuation; empty for descriptions.
        described: numbers of the descriptions with a word.
    """

    def __init__(self, texts: Iterable[Owned], descriptions: Iterable[Owned] = ()) -> None:
        pairs = [(text, name_words(text.text)) for text in texts]
        self._words = [words for _, words in pairs if words]
        self.texts = [text for text, words in pairs if words]
        self.described: dict[str, list[int]] = {}
        for text in descriptions:
            for word in _described_by(text.text):
                self.described.setdefault(word, []).append(len(self.texts))
            self.texts.append(text)
            self._words.append(())
        self.keys = ["".join(words) for words in self._words]
        self._joined = _SEPARATOR + _SEPARATOR.join([*self.keys, ""])
        self._begins = bytearray(len(self._joined) + 1)
        self._offsets = []
        at = 1
        for words in self._words:
            self._offsets.append(at)
            for word in words:
                self._begins[at] = 1
                at += len(word)
            self._begins[at] = 1  # a word that ends here is whole
            at += len(_SEPARATOR)

    @cached_property
    def by_owner(self) -> dict[int, list[int]]:
        """Numbers of the texts of each owner, in the order in which they are preferred."""
        numbers: dict[int, list[int]] = {}
        for number, text in enumerate(self.texts):
            for owner in text.owners:
                numbers.setdefault(owner, []).append(number)
        return numbers

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys, to tell whether a query is a whole one."""
        return frozenset(self.keys)

    @cached_property
    def runs(self) -> dict[str, list[int]]:
        """Numbers of the texts with a word, or with two words that may be written as one."""
        runs: dict[str, list[int]] = {}
        for number, words in enumerate(self._words):
            pairs = (one + next_ for one, next_ in pairwise(words))
            for run in dict.fromkeys((*words, *pairs)):
                if is_plain(run):
                    runs.setdefault(run, []).append(number)
        return runs

    def with_word(
        self, word: str, *, whole: bool = False, longer: tuple[str, ...] = ()
    ) -> Iterator[tuple[int, Grade]]:
        """Yield number and grade for each place where a word of a text begins with ``word``.

        Args:
            word: what to look for; it may go on over the end of one word into the next.
            whole: whether it must end where a word ends.
            longer: words that begin with ``word``; where they stand, it is not only begun.
        """
        number, last = 0, len(self._offsets) - 1
        at = self._joined.find(word)
        while at >= 0:
            if self._begins[at]:
                while number < last and self._offsets[number + 1] <= at:
                    number += 1
                if self._begins[at + len(word)]:
                    yield number, Grade.WHOLE
                elif not (whole or self._joined.startswith(longer, at)):
                    yield number, Grade.BEGINNING
            at = self._joined.find(word, at + 1)

    def start(self, number: int, joined: str) -> Grade | None:
        """Return how well a text begins with the words of a query, joined; ``None`` if not."""
        if not self.keys[number].startswith(joined):
            return None
        is_whole = self._begins[self._offsets[number] + len(joined)]
        return Grade.WHOLE if is_whole else Grade.BEGINNING

    def count_words(self, number: int) -> int:
        """Return how many words a text has."""
        return len(self._words[number])

    def mistyped(self, word: str, *, shortest: int, is_last: bool) -> Iterator[int]:
        """Yield the numbers of the texts with a word that ``word`` is one slip away from.

        Args:
            word: what was typed.
            shortest: letters that the shorter of the two words needs.
            is_last: whether the word may still be in the making.
        """
        if not is_plain(word):
            return
        in_beginning = is_last and len(word) >= SHORTEST_BEGINNING
        for run, numbers in self.runs.items():
            beyond = len(run) - len(word)
            shorter, longer = sorted((len(run), len(word)))
            if shorter < shortest or longer < SHORTEST_MISTYPED or beyond < -1:
                continue
            if (beyond <= 1 and is_slip(word, run)) or (
                beyond > 0 and in_beginning and is_slip_in_beginning(word, run)
            ):
                yield from numbers


def _described_by(text: str) -> Iterator[str]:
    """Yield the words of a description, each as one and as many: *hospital*, *hospitals*."""
    words = name_words(text)
    yield from dict.fromkeys(
        form for word in words for form in (word, word.removesuffix("s"), f"{word}s")
    )


def is_plain(word: str) -> bool:
    """Return whether slips are looked for in a word: whether each letter counts as one anywhere."""
    return max(word) <= _LAST_LETTER
