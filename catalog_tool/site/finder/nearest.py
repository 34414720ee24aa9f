"""The names nearest to a query that finds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.site.finder.grading import Grades
from catalog_tool.site.finder.index import FinderIndex
from catalog_tool.site.finder.matching import Matching
from catalog_tool.site.finder.query import Attempt
from catalog_tool.site.finder.slips import SHORTEST_MISTYPED, within_edits
from catalog_tool.site.finder.texts import Grade, SearchTexts, Source, is_plain

MOST_NAMES = 5

# Letters of the longer word for so many edits.
_EDITS = ((9, 3), (5, 2))
_ONE_SLIP = 1
_SHORTEST_BEGUN = 3
# One word in a longer name does not make it look like the query.
_MOST_WORDS = 3


def nearest_owners(index: FinderIndex, attempt: Attempt, matching: Matching) -> list[int]:
    """Return the numbers of the applications and partners that come closest, nearest first.

    Those that share most words of the query come first, then those whose words need fewer edits.
    Of those that nobody lists only such as are meant: one slip away at most.

    Args:
        index: the catalog.
        attempt: the strictest reading of the query.
        matching: what that reading found of each word.
    """
    misses: dict[int, int] = {}
    edits: dict[int, int] = {}
    for at in attempt.required:
        word = attempt.query.words[at]
        if word in attempt.exact:
            continue
        for owner, distance in _distances(index, word, matching.in_texts[at]).items():
            if distance > _ONE_SLIP and index.first_unlisted <= owner < index.first_partner:
                continue
            misses[owner] = misses.get(owner, 0) - 1
            edits[owner] = edits.get(owner, 0) + distance
    return sorted(misses, key=lambda owner: (misses[owner], edits[owner], owner))[:MOST_NAMES]


def _distances(index: FinderIndex, word: str, grades: Grades) -> dict[int, int]:
    """Return, by owner, how many edits a word is away from one of its words."""
    if word.isdecimal():
        return {}
    texts = index.texts
    is_begun = len(word) >= _SHORTEST_BEGUN
    distances: dict[int, int] = {}
    graded = (
        (number, _ONE_SLIP if grade == Grade.TYPO else 0)
        for number, grade in grades.items()
        if is_begun or grade == Grade.WHOLE
    )
    for number, distance in (*graded, *_edited(texts, word)):
        if texts.count_words(number) <= _MOST_WORDS:
            for owner in texts.texts[number].owners:
                distances[owner] = min(distance, distances.get(owner, distance))
    return distances


def _edited(texts: SearchTexts, word: str) -> Iterator[tuple[int, int]]:
    """Yield names with a word that is some edits away; its first letter was typed right."""
    if not is_plain(word):
        return
    for run, numbers in texts.runs.items():
        most = _most_edits(word, run) if run[0] == word[0] else 0
        if not most or (distance := within_edits(word, run, most)) is None:
            continue
        for number in numbers:
            if texts.texts[number].source in {Source.NAME, Source.ALIAS}:
                yield number, distance


def _most_edits(word: str, run: str) -> int:
    shorter, longer = sorted((len(word), len(run)))
    if shorter < SHORTEST_MISTYPED:
        return 0
    most = next((edits for length, edits in _EDITS if longer >= length), 0)
    return most if longer - shorter <= most else 0
