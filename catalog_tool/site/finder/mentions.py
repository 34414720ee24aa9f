"""Whole names among words that say nothing here: ``wer verbindet SAP HCM?``, ``notre AS/400``.

The last reading of a query: sentences, words of other languages, and names that are longer
elsewhere (*ADP Workforce Now*) still say which application is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog_tool.site.finder.grading import LONGEST_SPLIT
from catalog_tool.site.finder.index import FinderIndex
from catalog_tool.site.finder.matching import Found, Match
from catalog_tool.site.finder.query import FILLERS, Query
from catalog_tool.site.finder.texts import Source
from catalog_tool.site.finder.words import query_words

# Characters of a name: two letters are a word of some language.
_SHORTEST_NAME = 3
_NAMES = frozenset({Source.NAME, Source.ALIAS})

Run = tuple[int, int]


def found_mentioned(index: FinderIndex, query: Query) -> list[Found]:
    """Return what has a whole name or another name among the words, as they come.

    Args:
        index: the catalog.
        query: what was asked.
    """
    # With words that come again: "can I connect IBM i".
    numbers = _named(index, _runs(query_words(query.typed)))
    mentioned: dict[int, Found] = {}
    end = 0
    # The longest name at each place: SAP HCM, and not SAP.
    for run in sorted(numbers, key=lambda each: (each[0], -each[1])):
        if run[0] < end:
            continue
        end = run[1]
        for number in numbers[run]:
            text = index.texts.texts[number]
            for owner in filter(index.is_listed, text.owners):
                rank = (0, 0, 0, 0, run[0], owner)
                mentioned.setdefault(owner, Found(rank, owner, Match.MENTIONED, text.text))
    return sorted(mentioned.values(), key=lambda each: each.rank)


def _runs(words: Sequence[str]) -> dict[str, list[Run]]:
    """Return neighbouring words as one, with beginning and end of each."""
    runs: dict[str, list[Run]] = {}
    for first in range(len(words)):
        for end in range(first + 1, min(first + LONGEST_SPLIT, len(words)) + 1):
            key = "".join(words[first:end])
            if len(key) >= _SHORTEST_NAME and key not in FILLERS:
                runs.setdefault(key, []).append((first, end))
    return runs


def _named(index: FinderIndex, runs: dict[str, list[Run]]) -> dict[Run, list[int]]:
    """Return the numbers of the names that are written as some of the runs, by run."""
    numbers: dict[Run, list[int]] = {}
    for number, key in enumerate(index.texts.keys):
        text = index.texts.texts[number]
        if key in runs and text.source in _NAMES and any(map(index.is_listed, text.owners)):
            for run in runs[key]:
                numbers.setdefault(run, []).append(number)
    return numbers
