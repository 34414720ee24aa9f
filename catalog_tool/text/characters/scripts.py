"""Finds words that mix alphabets, in which letters of one alphabet could pass for another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import unicodedata2 as unicodedata

from catalog_tool.text.characters.confusables import in_latin
from catalog_tool.text.characters.letters import is_letter, words_in

# Scripts whose letters can follow Latin letters without a space, or that join a name in Latin
# letters to one of their own words, as Hebrew and Arabic do with an article. They are the scripts
# in Unicode Standard Annex 31, table 5, without the four alphabets whose letters look like Latin
# letters: Armenian, Cyrillic, Georgian, and Greek.
_UNSPACED = frozenset(
    "BOPOMOFO CJK HANGUL HIRAGANA IDEOGRAPHIC KATAKANA KHMER LAO MYANMAR THAI TIBETAN".split()
)
_JOINED = frozenset(
    "ARABIC BENGALI DEVANAGARI ETHIOPIC GUJARATI GURMUKHI HEBREW KANNADA MALAYALAM ORIYA SINHALA "
    "TAMIL TELUGU THAANA".split()
)
_LATIN = "LATIN"
_DIGIT = "digit"
_MAY_BE_MARK = re.compile(r"[^\u0000-\u02ff\w\s]")
_REMEMBERED = 2**13
_END_OF_SCRIPT = re.compile("[ -]")
# The micro sign, at the beginning of units and of names such as µTorrent.
_MICRO = re.compile("(?<![A-Za-z])[\u00b5\u03bc](?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word with letters of alphabets that aren't mixed in any language.

    Attributes:
        word: the word as written, without separate accents.
        strangers: its letters that aren't in its main alphabet, each once.
        alphabet: name of the main alphabet, such as ``Latin``.
        latin: the word in the Latin letters that it looks like; empty if that isn't possible.
    """

    word: str
    strangers: tuple[str, ...]
    alphabet: str
    latin: str


def mixed_words(text: str) -> Iterator[MixedWord]:
    """Yield each word that mixes alphabets in a way that can only deceive.

    Latin, Cyrillic, Greek, and each of the rarer alphabets can't be mixed within a word, and their
    letters can't be mixed with non-ASCII digits. Scripts without spaces between words can be next
    to Latin letters. Other scripts can begin or end a word in Latin letters but not be inside it.
    This is the *moderately restrictive* level of Unicode Technical Standard 39, section 5.2,
    applied to words, so that a name can have words in several languages.
    """
    if text.isascii():
        return
    for word in words_in(_without_marks(text)):
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
    # The first of the most frequent alphabets, also in a word of two letters.
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
    if unicodedata.category(char) == "Nd":
        return _DIGIT
    name = unicodedata.name(char, "") if is_letter(char) else ""
    if name.startswith(("MODIFIER LETTER", "FEMININE", "MASCULINE", "FULLWIDTH", "HALFWIDTH")):
        return ""
    # Mathematical and other styled letters are covered by another rule.
    is_styled = unicodedata.normalize("NFKC", char).isascii()
    return "" if is_styled else _END_OF_SCRIPT.split(name, maxsplit=1)[0]
