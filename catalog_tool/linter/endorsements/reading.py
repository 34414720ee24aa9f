"""Words as a quick reader sees them, and the names of the platform and its owner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, takewhile

import unicodedata2 as unicodedata

from catalog_tool.text.characters.confusables import in_latin
from catalog_tool.text.ordering import same_key

APPROVALS = (
    *("official", "officially", "verified", "certified", "endorsed", "approved", "recommended"),
    *("authorised", "authorized", "accredited"),
)
"""Words that say on their own that somebody approves."""

RANKS = ("gold", "silver", "platinum", "premier", "preferred", "trusted", "elite", "strategic")
"""Words that say it together with one of :data:`RANKED`."""

RANKED = ("partner", "vendor", "provider", "supplier")
"""What an approved company is called."""

TOKEN = re.compile(r"[^\W_]+")
_SAME_STROKES = str.maketrans("1l0", "iio")
_SHORTEST_RUN = 4


def to_plain_letters(text: str) -> str:
    """Return a text with each styled letter, and each that looks like an ASCII letter, as ASCII."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", in_latin(text))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold_strokes(text: str) -> str:
    """Return a lowercase text in which letters with the same strokes are one letter."""
    return text.translate(_SAME_STROKES).replace("rn", "m")


def key(word: str) -> str:
    """Return the key of a word as a quick reader sees it: ``M1cr0soft``, ``Rnicrosoft``."""
    return fold_strokes(same_key(word))


def words_among(keys: Sequence[str], at: int, known: frozenset[str]) -> int:
    """Return how many words, starting at one, are together a known name; or 0.

    Args:
        keys: the keys of the words, in order.
        at: the position of the first word.
        known: the keys of known names, each written as one word.
    """
    if keys[at] not in _beginnings(known):
        return 0
    runs = accumulate(keys[place] for place in range(at, len(keys)))
    begun = enumerate(takewhile(_beginnings(known).__contains__, runs), start=1)
    return max((size for size, run in begun if run in known), default=0)


@lru_cache
def _beginnings(known: frozenset[str]) -> frozenset[str]:
    return frozenset(each[:end] for each in known for end in range(1, len(each) + 1))


@lru_cache
def names_of(platform: str) -> frozenset[str]:
    """Return the keys of the platform's owner, and of each run of two or more of its words.

    Args:
        platform: the platform's name from the settings; there are no keys if it doesn't have its
            own name, as in ``the platform``.
    """
    keys = keys_of(platform)
    from_owner = accumulate(keys)
    others = (run for at in range(1, len(keys)) for run in [*accumulate(keys[at:])][1:])
    return frozenset([*from_owner, *(run for run in others if len(run) >= _SHORTEST_RUN)])


def keys_of(platform: str) -> list[str]:
    """Return the keys of the words of the platform's name; the first is taken as its owner."""
    words = TOKEN.findall(platform)
    return [] if not words or words[0].islower() else list(map(key, words))
