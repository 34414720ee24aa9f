"""The names nearest to a query that finds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.finder.index import FinderIndex
from catalog_tool.finder.matching import Matching
from catalog_tool.finder.query import Attempt
from catalog_tool.finder.slips import within_edits
from catalog_tool.finder.texts import Grade, Source, is_plain

MOST_NAMES = 5

# Letters of the longer word for so many edits.
_EDITS = ((9, 3), (5, 2))
_ONE_SLIP = 1
_SHORTEST_BEGUN = 2


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
        for owner, distance in _distances(index, word, matching.in_owners[at].items()).items():
            if distance > _ONE_SLIP and index.first_unlisted <= owner < index.first_partner:
                continue
            misses[owner] = misses.get(owner, 0) - 1
            edits[owner] = edits.get(owner, 0) + distance
    return sorted(misses, key=lambda owner: (misses[owner], edits[owner], owner))[:MOST_NAMES]


def _distances(
    index: FinderIndex, word: str, graded: Iterable[tuple[int, Grade]]
) -> dict[int, int]:
    """Return, by owner, how many edits a word is away from one of its words."""
    if len(word) < _SHORTEST_BEGUN:
        if word.isdecimal():
            return {}
        return {owner: 0 for owner, grade in graded if grade == Grade.WHOLE}
    distances = {owner: _ONE_SLIP if grade == Grade.TYPO else 0 for owner, grade in graded}
    for owner, distance in _edited(index, word):
        distances[owner] = min(distance, distances.get(owner, distance))
    return distances


def _edited(index: FinderIndex, word: str) -> Iterator[tuple[int, int]]:
    texts = index.texts
    if not is_plain(word):
        return
    for run, numbers in texts.runs.items():
        most = _most_edits(word, run)
        if not most or (distance := within_edits(word, run, most)) is None:
            continue
        for number in numbers:
            if texts.texts[number].source in {Source.NAME, Source.ALIAS}:
                yield from ((owner, distance) for owner in texts.texts[number].owners)


def _most_edits(word: str, run: str) -> int:
    longer = max(len(word), len(run))
    most = next((edits for length, edits in _EDITS if longer >= length), 0)
    return most if abs(len(word) - len(run)) <= most else 0
