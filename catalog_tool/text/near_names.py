"""Finds names that differ from another name by one typo."""

from __future__ import annotations

from collections.abc import Iterable

from catalog_tool.text.ordering import fold, same_key, separate_words

MIN_LENGTH = 4
"""Shortest name, in letters, in which one changed letter counts as a typo, as in the finder."""


class NearNames:
    """Names to compare others with."""

    def __init__(self, names: Iterable[str]) -> None:
        # By each key that remains without one letter; names one typo apart share one.
        self._by_shorter_text: dict[str, list[str]] = {}
        for name in names:
            for short in _without_one_letter(same_key(name)):
                self._by_shorter_text.setdefault(short, []).append(name)

    def near(self, name: str) -> list[str]:
        """Return the names that differ from ``name`` by one typo, sorted.

        A typo is one missing, added, or changed letter, or two swapped neighbors, in a name of at
        least four letters with the same digits (``SAP R/2`` isn't a typo of ``SAP R/3``). Words of
        one letter are never typos: ``IBM Z`` isn't one of ``IBM i``.
        """
        key = same_key(name)
        if len(key) < MIN_LENGTH:
            return []
        candidates = {
            other
            for short in _without_one_letter(key)
            for other in self._by_shorter_text.get(short, ())
        }
        return sorted(other for other in candidates if _is_one_slip(name, other))


def _without_one_letter(key: str) -> set[str]:
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def _is_one_slip(name: str, other: str) -> bool:
    if _digits(same_key(name)) != _digits(same_key(other)):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - needed only for near misses

    words, others = (separate_words(fold(each)).split() for each in (name, other))
    changed = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) == len(others) and changed and max(map(len, changed[0])) == 1:
        return False
    return OSA.distance(same_key(name), same_key(other), score_cutoff=1) <= 1


def _digits(key: str) -> str:
    return "".join(char for char in key if char.isdigit())
