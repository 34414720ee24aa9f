"""The one order of the catalog, and the one slug."""

from __future__ import annotations

import re
import unicodedata

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_MAX_LENGTH = 64

SortKey = tuple[tuple[tuple[int, int, str], ...], str]

_RUNS = re.compile(r"\d+|[^\W\d_]+")
_NOT_ASCII_ALNUM = re.compile(r"[^a-z0-9]+")
# Latin letters that no decomposition reduces to ASCII.
_LATIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(text: str) -> str:
    """Return ``text`` without case, accents and compatibility forms: what two readers call equal.

    >>> fold("Zürich ＡＧ")
    'zurich ag'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def sort_key(text: str) -> SortKey:
    """Return the key that orders names everywhere: letters folded, digits by their value.

    Punctuation and spaces only separate. Names that fold alike are told apart by the text
    itself, so that the order of any set of names is the same everywhere.

    >>> sorted(["app 10", "App 2", "ápp 1"], key=sort_key)
    ['ápp 1', 'App 2', 'app 10']
    """
    runs = _RUNS.findall(fold(text))
    return (tuple((0, int(run), "") if run.isdecimal() else (1, 0, run) for run in runs), text)


def same_key(text: str) -> str:
    """Return what is left of a name when case, accents, spaces and punctuation are dropped.

    Two names with equal keys are the same name to a reader: ``AS/400``, ``as 400``, ``AS-400``.
    A name of nothing but punctuation is its own key.
    """
    folded = fold(text)
    return "".join(char for char in folded if char.isalnum()) or folded


def slug(text: str) -> str:
    """Return the ASCII slug of a name, or ``""`` where it has none.

    >>> slug("IBM i (AS/400)")
    'ibm-i-as-400'
    """
    ascii_only = fold(text).translate(_LATIN).encode("ascii", "ignore").decode()
    return _NOT_ASCII_ALNUM.sub("-", ascii_only).strip("-")[:ID_MAX_LENGTH].rstrip("-")
