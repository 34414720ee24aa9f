"""The order of names in the catalog, and their slugs."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache, lru_cache

import unicodedata2 as unicodedata

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_MAX_LENGTH = 64

SortKey = tuple[tuple[tuple[int, int, str], ...], str]

# Letters and numbers, and the marks that change a letter. Python knows only those of its version.
_SPELLED = frozenset({"Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Mn", "Nd", "Nl", "No"})
# Entries repeat the names of applications, so most keys are needed many times.
_REMEMBERED = 2**15

_RUNS = re.compile(r"[0-9]+|[^0-9 ]+")
_NOT_ASCII_ALNUM = re.compile(r"[^a-z0-9]+")
# Accents that can be dropped. Other marks change the letter: a vowel in Hindi, the voicing of a
# kana, a tone in Thai.
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]")
# Signs of marks aren't part of a name. Compatibility forms would turn them into letters.
_SIGNS_OF_MARKS = str.maketrans("", "", "™℠")
# Latin letters that no decomposition reduces to ASCII.
_LATIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(text: str) -> str:
    """Return ``text`` without case, accents, and compatibility forms, for comparisons.

    Digits of every script become ASCII digits. The signs ``™`` and ``℠`` are dropped.

    >>> fold("Zürich ＡＧ ٣")
    'zurich ag 3'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS_OF_MARKS))
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(map(_plain, _ACCENTS.sub("", decomposed)))


@lru_cache(_REMEMBERED)
def sort_key(text: str) -> SortKey:
    """Return the key for sorting names: letters are folded, and digits count by their value.

    Punctuation and spaces are separators. Names with the same folded form are ordered by the text
    itself, so that the order of names is always the same.

    >>> sorted(["app 10", "App 2", "ápp 1"], key=sort_key)
    ['ápp 1', 'App 2', 'app 10']
    """
    return tuple(map(_run_key, _RUNS.findall(separate_words(fold(text))))), text


@lru_cache(_REMEMBERED)
def same_key(text: str) -> str:
    """Return a name without case, accents, spaces, and punctuation.

    Two names with equal keys are the same name to a reader: ``AS/400``, ``as 400``, ``AS-400``.
    The key of a name that has only punctuation is the name itself.
    """
    folded = fold(text)
    return "".join(filter(_is_spelled, folded)) or folded


def slug(text: str) -> str:
    """Return the ASCII slug of a name, or ``""`` if it has none.

    >>> slug("IBM i (AS/400)")
    'ibm-i-as-400'
    """
    return _NOT_ASCII_ALNUM.sub("-", latin(text)).strip("-")[:ID_MAX_LENGTH].rstrip("-")


def latin(text: str) -> str:
    """Return ``text`` folded, with Latin letters written in ASCII if possible.

    >>> latin("Ørsted Straße")
    'orsted strasse'
    """
    folded = fold(text)
    return folded if folded.isascii() else folded.translate(_LATIN)


def separate_words(text: str) -> str:
    """Return a folded text in which each separator is a space.

    >>> separate_words("ibm i (as/400)")
    'ibm i  as 400 '
    """
    return text.translate(_WORDS_APART)


class _WordsApart(dict[int, str]):
    """A space instead of each separator, by character."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = char if _is_spelled(char) else " "
        return self[code]


@cache
def _plain(char: str) -> str:
    """Return the ASCII digit, or the small letter of a capital that this Python doesn't know."""
    if unicodedata.category(char) == "Lu":
        with suppress(KeyError):
            return unicodedata.lookup(unicodedata.name(char).replace("CAPITAL", "SMALL"))
    return str(unicodedata.decimal(char, char))


def _is_spelled(char: str) -> bool:
    """Whether a folded character is part of a name and not a separator."""
    return char.isalnum() or unicodedata.category(char) in _SPELLED


_WORDS_APART = _WordsApart()


def _run_key(run: str) -> tuple[int, int, str]:
    """Return the key of a run: digits come before letters and are ordered by value."""
    if not run.isdecimal():
        return 1, 0, run
    digits = run.lstrip("0")
    return 0, len(digits), digits
