"""Compatibility letters: full-width, mathematical, framed, raised, or small capital letters."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import unicodedata2 as unicodedata

# Ordinals, trademarks and signs that people type as one character and read as one.
_HONEST = frozenset("ªº™℠№")
# Ligatures and double letters of older encodings are real letters of their languages.
_LAST_OF_LATIN_EXTENDED = "\u024f"
_DECOMPOSITIONS = ("<font>", "<wide>", "<circle>", "<square>", "<super>", "<sub>", "<compat>")
# The blocks with such letters; characters in other blocks are skipped.
_CANDIDATES = re.compile(
    "[\u0250-\u02ff\u1d00-\u1dbf\u2070-\u209f\u20a0-\u20cf\u2100-\u218f\u2400-\u24ff\u2c60-\u2c7f"
    "\u3200-\u33ff\ua700-\ua7ff\uab30-\uab6f\ufb00-\ufb06\uff00-\uffef\U00010780-\U000107bf"
    "\U0001cc00-\U0001ccff\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff\U0001fbf0-\U0001fbf9]+"
)
# Only the end of their Unicode names relates these to the plain letters.
_RELATED_BY_NAME = (
    "LATIN LETTER SMALL CAPITAL",
    "NEGATIVE CIRCLED LATIN CAPITAL LETTER",
    "NEGATIVE SQUARED LATIN CAPITAL LETTER",
    "CROSSED NEGATIVE SQUARED LATIN CAPITAL LETTER",
)
# On their own, these are emoji: blood types, parking, a subway station, an information sign.
_EMOJI = frozenset("🅰🅱🅾🅿Ⓜℹ")


@dataclass(frozen=True, slots=True)
class CompatibilityRun:
    """A run of compatibility letters.

    Attributes:
        start: offset of the first letter.
        text: the letters as written.
        plain: the same text in plain letters.
    """

    start: int
    text: str
    plain: str


def compatibility_runs(text: str) -> Iterator[CompatibilityRun]:
    """Yield each run of letters or digits that are only other shapes of ASCII characters.

    Raised and lowered digits, fractions, and circled numbers aren't letters and are allowed, as in
    *m²*. So are ``™``, ``№``, ordinals, and the double letters of some languages.
    """
    if text.isascii():
        return
    for candidates in _CANDIDATES.finditer(text):
        at = candidates.start()
        for is_styled, run in groupby(candidates.group(), key=lambda char: bool(_plain(char))):
            shown = "".join(run)
            if is_styled and shown not in _EMOJI:
                yield CompatibilityRun(at, shown, "".join(map(_plain, shown)))
            at += len(shown)


def plain_letters(text: str) -> str:
    """Return a text with every compatibility letter replaced by the plain letter."""
    if text.isascii():
        return text
    return _CANDIDATES.sub(_in_plain, text)


def _in_plain(candidates: re.Match[str]) -> str:
    return "".join(_plain(char) or char for char in candidates.group())


@cache
def _framed_and_small() -> dict[str, str]:
    """Return the plain letter of each framed letter and each small capital."""
    return {
        found: letter
        for kind in _RELATED_BY_NAME
        for letter in string.ascii_uppercase
        if (found := _character_named(f"{kind} {letter}"))
    }


def _character_named(name: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return ""


@cache
def _plain(char: str) -> str:
    """Return a compatibility letter as plain letters, or ``""`` for any other character."""
    if char <= _LAST_OF_LATIN_EXTENDED or char in _HONEST:
        return ""
    if letter := _framed_and_small().get(char):
        return letter
    decomposition = unicodedata.decomposition(char).partition(" ")[0]
    plain = unicodedata.normalize("NFKC", char)
    if decomposition not in _DECOMPOSITIONS or not plain.isascii():
        return ""
    return plain if _is_read_as_letters(plain, decomposition) else ""


def _is_read_as_letters(plain: str, decomposition: str) -> bool:
    return any(map(str.isalpha, plain)) or (
        decomposition in {"<wide>", "<font>"} and plain.isdigit()
    )
