"""What has the words of a query, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from catalog_tool.finder.index import FinderIndex
from catalog_tool.finder.indexed import IndexedApplication
from catalog_tool.finder.query import Attempt
from catalog_tool.finder.slips import SHORTEST_MISTYPED
from catalog_tool.finder.texts import Grade, SearchTexts, Source
from catalog_tool.ordering import latin

_LONGEST_SPLIT = 4
"""Words of a query that may be one word of a name: ``t s s`` is *TSS*."""

_SHORTEST_PART = 3
"""Letters of the shorter part of a mistyped word that was split."""

Grades = Mapping[int, Grade]


class Match(StrEnum):
    """Why something was found: this list is complete."""

    EXACT = "exact"
    ALIAS = "alias"
    PREFIX = "prefix"
    WORDS = "words"
    VENDOR = "vendor"
    CATEGORY = "category"
    INTERFACE = "interface"
    PARTNER = "partner"
    TYPO = "typo"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that answers to a query.

    Attributes:
        rank: sorts before those of worse answers; no two are equal.
        owner: its number in the index.
        match: why it was found.
        matched: the text of the catalog that matched.
    """

    rank: tuple[int, ...]
    owner: int
    match: Match
    matched: str

    def is_meant_before(self, other: Found) -> bool:
        """Return whether the query is a whole name of this one, and no better one of another.

        Where it stands in the catalog and how many partners list it say nothing of that.
        """
        is_whole = self.rank[:2] <= (False, _WHOLE_ALIAS)
        return is_whole and self.rank[:_QUALITY] <= other.rank[:_QUALITY]


# How much of a rank says how well something answers.
_QUALITY = 4
# Places, best first.
_WHOLE_NAME, _WHOLE_ALIAS, _NAME, _ALIAS, _VENDOR, _CATEGORY, _INTERFACE, _SEVERAL = range(8)
# How a text has the words inside of one place, best first.
_WHOLE, _WORDS_AT_START, _WORDS, _AT_START, _BEGINNINGS = range(5)
_MOST_WORDS_RANKED = 7

_PLACES = {
    Source.NAME: _NAME,
    Source.ALIAS: _ALIAS,
    Source.VENDOR: _VENDOR,
    Source.CATEGORY: _CATEGORY,
    Source.INTERFACE: _INTERFACE,
}
_WHOLE_PLACES = {Source.NAME: _WHOLE_NAME, Source.ALIAS: _WHOLE_ALIAS}
_MATCHES = {
    _WHOLE_NAME: Match.EXACT,
    _WHOLE_ALIAS: Match.ALIAS,
    _NAME: Match.WORDS,
    _ALIAS: Match.ALIAS,
    _VENDOR: Match.VENDOR,
    _CATEGORY: Match.CATEGORY,
    _INTERFACE: Match.INTERFACE,
    _SEVERAL: Match.WORDS,
}


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well one text has the required words; less is better."""

    is_typo: bool
    place: int
    level: int
    is_respelled: bool
    texts: tuple[int, ...]

    @property
    def match(self) -> Match:
        """What it is called."""
        if self.is_typo:
            return Match.TYPO
        if self.place == _NAME and self.level in {_WORDS_AT_START, _AT_START}:
            return Match.PREFIX
        return _MATCHES[self.place]


class Matching:
    """One reading of a query against an index.

    Attributes:
        in_texts: for each word of the query, the grade of each text that has it.
        in_owners: the same for applications and partners: the best grade of their texts.
    """

    def __init__(self, index: FinderIndex, attempt: Attempt) -> None:
        self._index = index
        self._attempt = attempt
        words = attempt.query.words
        self._joined = tuple(
            dict.fromkeys(["".join(words), "".join(words[at] for at in attempt.required)])
        )
        self.in_texts = tuple(_grades(index.texts, attempt))
        self.in_owners = tuple(_of_owners(index.texts, grades) for grades in self.in_texts)

    def found(self) -> list[Found]:
        """Return whatever has all required words, best first."""
        first, *others = (self.in_owners[at] for at in self._attempt.required)
        owners = (owner for owner in first if all(owner in grades for grades in others))
        return sorted(map(self._found, owners), key=lambda found: found.rank)

    def _found(self, owner: int) -> Found:
        texts = self._index.texts
        numbers = texts.by_owner[owner]
        fits = (self._fit(number) for number in numbers)
        best = min(filter(None, fits), default=None) or self._spread(owner, numbers)
        known = self._index.owners[owner]
        partners = len(known.partners) if isinstance(known, IndexedApplication) else 0
        rank = (best.is_typo, best.place, -self._fillers(owner), best.level, -partners, owner)
        matched = ", ".join(texts.texts[number].text for number in best.texts)
        return Found(rank, owner, best.match, matched)

    def _fit(self, number: int) -> _Fit | None:
        """Return how well one text has all required words, or ``None`` if it has not."""
        grades = [self.in_texts[at].get(number) for at in self._attempt.required]
        worst = min(grade or 0 for grade in grades)
        if not worst:
            return None
        texts = self._index.texts
        text = texts.texts[number]
        place = _PLACES[text.source]
        if worst == Grade.TYPO:
            level = min(texts.count_words(number), _MOST_WORDS_RANKED)
            return _Fit(True, place, level, False, (number,))  # noqa: FBT003 - fields in their order
        if texts.keys[number] in self._joined:
            respelled = latin(text.text) not in self._attempt.query.typed
            whole = _WHOLE_PLACES.get(text.source, place)
            return _Fit(False, whole, _WHOLE, respelled, (number,))  # noqa: FBT003 - as above
        level = self._level(number, is_whole=worst == Grade.WHOLE)
        return _Fit(False, place, level, False, (number,))  # noqa: FBT003 - as above

    def _level(self, number: int, *, is_whole: bool) -> int:
        starts = {self._index.texts.start(number, joined) for joined in self._joined}
        if Grade.WHOLE in starts:
            return _WORDS_AT_START
        if is_whole:
            return _WORDS
        return _AT_START if Grade.BEGINNING in starts else _BEGINNINGS

    def _spread(self, owner: int, numbers: Iterable[int]) -> _Fit:
        """Return how well several texts together have all required words."""
        best = {at: self.in_owners[at][owner] for at in self._attempt.required}
        used = dict.fromkeys(
            next(number for number in numbers if self.in_texts[at].get(number) == grade)
            for at, grade in best.items()
        )
        worst = min(best.values())
        level = _WORDS if worst == Grade.WHOLE else _BEGINNINGS
        return _Fit(worst == Grade.TYPO, _SEVERAL, level, False, tuple(used))  # noqa: FBT003 - as above

    def _fillers(self, owner: int) -> int:
        """Return how many words that need not be there are."""
        required = self._attempt.required
        return sum(
            grades.get(owner) == Grade.WHOLE
            for at, grades in enumerate(self.in_owners)
            if at not in required
        )


def _grades(texts: SearchTexts, attempt: Attempt) -> Iterator[Grades]:
    """Yield, for each word of a query, the grade of each text that has it."""
    words = attempt.query.words
    by_word: list[dict[int, Grade]] = [{} for _ in words]
    for first in range(len(words)):
        for end in range(first + 1, min(first + _LONGEST_SPLIT, len(words)) + 1):
            for number, grade in _hits(texts, words, first, end):
                for grades in by_word[first:end]:
                    grades[number] = max(grade, grades.get(number, grade))
    found = [bool(grades) for grades in by_word]
    for first, end in _mistyped_runs(attempt):
        if attempt.shortest < SHORTEST_MISTYPED and any(found[first:end]):
            continue  # a short word that is somewhere is not mistyped
        word = "".join(words[first:end])
        is_last = end == len(words)
        for number in texts.mistyped(word, shortest=attempt.shortest, is_last=is_last):
            for grades in by_word[first:end]:
                grades.setdefault(number, Grade.TYPO)
    yield from by_word


def _mistyped_runs(attempt: Attempt) -> Iterator[tuple[int, int]]:
    """Yield beginning and end of each required word, and of two that may be one word of a name."""
    words, required = attempt.query.words, attempt.required
    yield from ((at, at + 1) for at in required)
    for at in required:
        if at + 1 in required and min(map(len, words[at : at + 2])) >= _SHORTEST_PART:
            yield at, at + 2


def _hits(
    texts: SearchTexts, words: tuple[str, ...], first: int, end: int
) -> Iterator[tuple[int, Grade]]:
    """Yield the texts that have some neighbouring words of a query written as one."""
    run = "".join(words[first:end])
    # A single letter begins too much, unless somebody is still typing.
    whole = len(run) == 1 and end < len(words)
    longer = tuple(word for word in words if word != run and word.startswith(run))
    return texts.with_word(run, whole=whole, longer=longer)


def _of_owners(texts: SearchTexts, grades: Grades) -> Grades:
    found: dict[int, Grade] = {}
    for number, grade in grades.items():
        for owner in texts.texts[number].owners:
            found[owner] = max(grade, found.get(owner, grade))
    return found
