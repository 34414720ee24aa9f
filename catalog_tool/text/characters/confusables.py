"""Confusables: letters that look like others, and what a name looks like at a glance.

:mod:`confusable_letters` is the part of Unicode's table that a catalog needs: letters and digits
that look like ASCII letters and digits, except those that compatibility forms reduce to ASCII, and
those that are written from right to left. Letters that look like a capital ``I``, which Unicode
lists under ``l``, are listed under ``I``. Only the keys treat ``1``, ``I``, and ``l`` themselves as
equal, because real names contain all of them.
"""

from __future__ import annotations

from functools import cache, lru_cache

import unicodedata2 as unicodedata

from catalog_tool.text.characters.confusable_letters import LETTERS_BY_LATIN
from catalog_tool.text.characters.letters import is_letter_or_digit

# Too different for Unicode's list of single letters, but they look alike within a word.
_NEARLY = str.maketrans("κτχвкмнт", "ktxbkmht")

_REMEMBERED = 2**15
_SAME_STROKES = str.maketrans({"I": "l", "1": "l", "|": "l", "0": "O"})


@lru_cache(_REMEMBERED)
def in_latin(text: str) -> str:
    """Return a text with each letter that looks like an ASCII letter replaced by that letter.

    >>> in_latin("Соntоsо")
    'Contoso'
    """
    if text.isascii():
        return text
    # Also before compatibility forms, which make a Σ of the letter that looks like a C.
    plain = unicodedata.normalize("NFKC", text.translate(_latin_by_letter()))
    return plain.translate(_latin_by_letter()).translate(_NEARLY)


@lru_cache(_REMEMBERED)
def drawn_key(name: str) -> str:
    """Return a key that two names share if they look the same.

    ``I``, ``l``, and ``1`` look the same, as do ``0`` and ``O``, ``rn`` and ``m``, and ``vv`` and
    ``w``. Spaces and punctuation don't matter. Case matters, because ``L`` looks different from
    ``l``.

    >>> drawn_key("PaypaI") == drawn_key("Paypal") != drawn_key("PayPal")
    True
    """
    strokes = in_latin(name).translate(_SAME_STROKES)
    return "".join(filter(is_letter_or_digit, strokes)).replace("rn", "m").replace("vv", "w")


def is_imitation(name: str) -> bool:
    """Return whether a name in other letters looks as if it were in Latin ones.

    >>> is_imitation("Аррӏе"), is_imitation("Яндекс"), is_imitation("Nestlé")
    (True, False, False)
    """
    return not name.isascii() and in_latin(name).isascii()


@lru_cache(_REMEMBERED)
def imitated_key(name: str) -> str:
    """Return a key that an imitation shares with the name that it imitates, in any case.

    >>> imitated_key("рауРаӏ") == imitated_key("PayPal")
    True
    """
    return drawn_key(name).lower().replace("i", "l")


@cache
def _latin_by_letter() -> dict[int, str]:
    """Invert the table when the first non-ASCII text needs it."""
    return {ord(letter): latin for latin, letters in LETTERS_BY_LATIN.items() for letter in letters}
