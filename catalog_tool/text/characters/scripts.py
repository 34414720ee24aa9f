"""Which alphabets a word is written in: the gate against letters that pose as those of another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from catalog_tool.text.characters.confusables import in_latin

# Scripts whose letters stand beside Latin ones without a space between them, or that join a name
# in Latin letters to a word of their own, as Hebrew and Arabic do with an article. They are those
# that Unicode Standard Annex 31, table 5, recommends, without the four alphabets whose letters
# are drawn like Latin ones: Armenian, Cyrillic, Georgian and Greek.
_UNSPACED = frozenset(
    "BOPOMOFO CJK HANGUL HIRAGANA IDEOGRAPHIC KATAKANA KHMER LAO MYANMAR THAI TIBETAN".split()
)
_JOINED = frozenset(
    "ARABIC BENGALI DEVANAGARI ETHIOPIC GUJARATI GURMUKHI HEBREW KANNADA MALAYALAM ORIYA SINHALA "
    "TAMIL TELUGU THAANA".split()
)
_LATIN = "LATIN"
_DIGIT = "digit"
_WORD = re.compile(r"[^\W_]+")
_MAY_BE_MARK = re.compile(r"[^\u0000-\u02ff\w\s]")
_REMEMBERED = 2**13
_END_OF_SCRIPT = re.compile("[ -]")
# The sign of a millionth, with which units and names such as µTorrent begin.
_MICRO = re.compile("(?<![A-Za-z])[\u00b5\u03bc](?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word whose letters come from alphabets that nobody mixes.

    Attributes:
        word: as it is written, without separate accents.
        strangers: those of its letters that are not of its main alphabet, each once.
        alphabet: name of the main alphabet, as in ``Latin``.
        latin: the word in the Latin letters that it is drawn like; empty if it has others.
    """

    word: str
    strangers: tuple[str, ...]
    alphabet: str
    latin: str


def mixed_words(text: str) -> Iterator[MixedWord]:
    """Yield each word that mixes alphabets in a way that only deceives.

    Latin, Cyrillic, Greek and each of the rarer alphabets stay by themselves within a word, and
    digits that are not ASCII stand beside no letters of these. Scripts without spaces between
    words may stand beside Latin letters; other scripts may begin or end a word in Latin letters,
    but not stand inside one.
    The idea is the *moderately restrictive* level of Unicode Technical Standard 39, section 5.2,
    applied to words, so that a name may hold words of several languages.
    """
    if text.isascii():
        return
    for word in _WORD.findall(_without_marks(text)):
        if not word.isascii() and (mixed := _mixed_word(word)):
            yield mixed


def _without_marks(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    if not _MAY_BE_MARK.search(composed):
        return composed
    return "".join(char for char in composed if unicodedata.category(char)[0] != "M")


@lru_cache(_REMEMBERED)
def _mixed_word(word: str) -> MixedWord | None:
    letters = _MICRO.sub("", word)
    alphabets = [(char, alphabet) for char in letters if (alphabet := _alphabet(char))]
    names = [alphabet for _, alphabet in alphabets]
    if len(set(names)) < 2 or _is_usual(names):  # noqa: PLR2004 - one alphabet mixes nothing
        return None
    # The first of the most frequent ones, for a word of two letters too.
    main = max(dict.fromkeys(names), key=lambda name: (name != _DIGIT, names.count(name)))
    strangers = dict.fromkeys(char for char, alphabet in alphabets if alphabet != main)
    latin = in_latin(letters)
    return MixedWord(word, tuple(strangers), main.capitalize(), latin if latin.isascii() else "")


def _is_usual(names: list[str]) -> bool:
    strict = set(names) - _UNSPACED - _JOINED
    if len(strict) > 1:
        return False
    runs = [name for at, name in enumerate(names) if at == 0 or names[at - 1] != name]
    inner = set(runs[1:-1])
    return not (runs.count(_LATIN) > 1 and inner & _JOINED)


@cache
def _alphabet(char: str) -> str:
    """Return the first word of a letter's Unicode name, which is its script; empty for others."""
    if char.isascii():
        return _LATIN if char.isalpha() else ""
    if char.isdecimal():
        return _DIGIT
    name = unicodedata.name(char, "") if char.isalpha() else ""
    if name.startswith(("MODIFIER LETTER", "FEMININE", "MASCULINE", "FULLWIDTH", "HALFWIDTH")):
        return ""
    # Mathematical and other styled letters are another rule's business.
    is_styled = unicodedata.normalize("NFKC", char).isascii()
    return "" if is_styled else _END_OF_SCRIPT.split(name, maxsplit=1)[0]
