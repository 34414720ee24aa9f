"""How well each text has each word of a query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog_tool.site.finder.query import Attempt
from catalog_tool.site.finder.slips import SHORTEST_MISTYPED
from catalog_tool.site.finder.texts import Grade, SearchTexts

LONGEST_SPLIT = 4
"""Words of a query that may be one word of a name: ``t s s`` is *TSS*."""

_SHORTEST_PART = 3
"""Letters of the shorter part of a mistyped word that was split."""

Grades = Mapping[int, Grade]


def grades_of_texts(texts: SearchTexts, attempt: Attempt) -> Iterator[Grades]:
    """Yield, for each word of a query, the grade of each text that has it."""
    words = attempt.query.words
    by_word: list[dict[int, Grade]] = [{} for _ in words]
    for first in range(len(words)):
        for end in range(first + 1, min(first + LONGEST_SPLIT, len(words)) + 1):
            for number, grade in _hits(texts, words, first, end):
                for grades in by_word[first:end]:
                    grades[number] = max(grade, grades.get(number, grade))
    if attempt.is_described:
        for word, grades in zip(words, by_word, strict=True):
            grades.update(dict.fromkeys(texts.described.get(word, ()), Grade.WHOLE))
    _add_mistyped(texts, attempt, by_word)
    yield from by_word


def _add_mistyped(texts: SearchTexts, attempt: Attempt, by_word: list[dict[int, Grade]]) -> None:
    found = [bool(grades) for grades in by_word]
    for first, end in _mistyped_runs(attempt):
        if attempt.shortest < SHORTEST_MISTYPED and any(found[first:end]):
            continue  # a short word that is somewhere is not mistyped
        word = "".join(attempt.query.words[first:end])
        is_last = end == len(attempt.query.words)
        for number in texts.mistyped(word, shortest=attempt.shortest, is_last=is_last):
            for grades in by_word[first:end]:
                grades.setdefault(number, Grade.TYPO)


def _mistyped_runs(attempt: Attempt) -> Iterator[tuple[int, int]]:
    """Yield beginning and end of each required word, and of two that may be one word of a name."""
    words = attempt.query.words
    required = [at for at in attempt.required if words[at] not in attempt.exact]
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


def grades_of_owners(texts: SearchTexts, grades: Grades) -> Grades:
    """Return the grade of each application and partner: the best of its texts."""
    found: dict[int, Grade] = {}
    for number, grade in grades.items():
        for owner in texts.texts[number].owners:
            found[owner] = max(grade, found.get(owner, grade))
    return found
