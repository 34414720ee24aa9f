"""What has the words of a query, best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from catalog_tool.site.finder.grading import Grades, grades_of_owners, grades_of_texts
from catalog_tool.site.finder.index import FinderIndex
from catalog_tool.site.finder.indexed import IndexedApplication
from catalog_tool.site.finder.query import Attempt
from catalog_tool.site.finder.texts import Grade, SearchTexts, Source
from catalog_tool.text.ordering import latin

AllGrades = tuple[Grades, ...]


class Match(StrEnum):
    """Why something was found: this list is complete."""

    EXACT = "exact"
    ALIAS = "alias"
    PREFIX = "prefix"
    WORDS = "words"
    VENDOR = "vendor"
    CATEGORY = "category"
    INTERFACE = "interface"
    DIRECTION = "direction"
    PARTNER = "partner"
    NOT_LISTING = "not_listing"
    MENTIONED = "mentioned"
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

    @property
    def is_whole(self) -> bool:
        """Return whether the query is a whole name of this one."""
        return self.rank[:2] <= (False, _WHOLE_ALIAS)

    def is_meant_before(self, other: Found) -> bool:
        """Return whether the query is a whole name of this one, and no better one of another.

        Where it stands in the catalog and how many partners list it say nothing of that.
        """
        return self.is_whole and self.rank[:_QUALITY] <= other.rank[:_QUALITY]


# How much of a rank says how well something answers.
_QUALITY = 4
# Places, best first.
_WHOLE_NAME, _WHOLE_ALIAS, _NAME, _ALIAS, _VENDOR, _CATEGORY = range(6)
_INTERFACE, _DIRECTION, _SEVERAL, _DESCRIPTION = range(6, 10)
# How a text has the words inside of one place, best first.
_WHOLE, _WORDS_AT_START, _WORDS, _AT_START, _BEGINNINGS = range(5)
_MOST_WORDS_RANKED = 7

_PLACES = {
    Source.NAME: _NAME,
    Source.ALIAS: _ALIAS,
    Source.VENDOR: _VENDOR,
    Source.CATEGORY: _CATEGORY,
    Source.INTERFACE: _INTERFACE,
    Source.DIRECTION: _DIRECTION,
    Source.DESCRIPTION: _DESCRIPTION,
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
    _DIRECTION: Match.DIRECTION,
    _SEVERAL: Match.WORDS,
    _DESCRIPTION: Match.CATEGORY,
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

    def __init__(
        self,
        index: FinderIndex,
        attempt: Attempt,
        graded: tuple[AllGrades, AllGrades] | None = None,
    ) -> None:
        self._index = index
        self._attempt = attempt
        words = attempt.query.words
        required = (words[at] for at in attempt.required)
        self._joined = tuple(dict.fromkeys(["".join(words), "".join(required)]))
        self.in_texts, self.in_owners = graded or _graded(index.texts, attempt)

    def narrowed(self, required: tuple[int, ...]) -> Matching:
        """Return the same reading, of which only some of the required words must be found."""
        attempt = replace(self._attempt, required=required)
        return Matching(self._index, attempt, (self.in_texts, self.in_owners))

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


def _graded(texts: SearchTexts, attempt: Attempt) -> tuple[AllGrades, AllGrades]:
    in_texts = tuple(grades_of_texts(texts, attempt))
    return in_texts, tuple(grades_of_owners(texts, grades) for grades in in_texts)
