"""Names and queries as words: what the finder compares.

The script ``assets/finder/engine-words.js`` says the same in JavaScript; the tests hold the two
together over all of Unicode.
"""

from __future__ import annotations

import re
from functools import lru_cache

from catalog_tool.text.ordering import latin, spelled

MOST_CHARACTERS = 200
"""Characters of a query that are read; what follows is not looked at."""
MOST_WORDS = 12
"""Words of a query that are looked for."""

# Scripts without spaces, and what begins a syllable of Korean: Thai, Lao, Burmese, the leading
# consonants of Hangul, Khmer, ideographs and kana. Each character may be where a reader begins.
DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u115f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_PARTS = re.compile(f"[0-9]+|[{DENSE}]|[^0-9{DENSE}]+")

# A catalog names vendors and categories once for each of their applications.
_REMEMBERED = 2**12


@lru_cache(_REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name; digits are words of their own.

    >>> name_words("Frontier chris21 (AS/400)")
    ('frontier', 'chris', '21', 'as', '400')
    """
    return tuple(part for word in spelled(latin(name)).split() for part in _PARTS.findall(word))


def query_words(query: str) -> tuple[str, ...]:
    """Return the words of a query as they were typed: ``chris21`` is one.

    At most ``MOST_WORDS`` of the first ``MOST_CHARACTERS`` characters.
    """
    return tuple(spelled(latin(query[:MOST_CHARACTERS])).split()[:MOST_WORDS])
