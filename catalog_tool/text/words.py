"""Counts words, for the limit of an entry."""

from __future__ import annotations

import re
from functools import cache

import unicodedata2 as unicodedata

ENTRY_WORD_LIMIT = 500
"""Most words of an entry. Source: the guidelines of the first published catalog."""

LONGEST_WORD = 30
"""Length of a long real word, in letters; *Berechtigungsverwaltung* has 23."""

# Scripts written without spaces.
_HAN_AND_KANA = (
    "\u3005-\u3007\u3040-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_THAI_TO_KHMER = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"

_WEB_ADDRESS = r"(?i:https?)://\S+"
_STARTS_ADDRESS = re.compile("https?://", re.IGNORECASE)
_LETTERS = rf"[^\W_{_HAN_AND_KANA}{_THAI_TO_KHMER}]+"
_WORD = rf"{_LETTERS}(?:['’.\-]{_LETTERS})*"
_ASCII_TOKENS = re.compile(rf"{_WEB_ADDRESS}|[A-Za-z0-9]+(?:['.\-][A-Za-z0-9]+)*")
_CHARACTERS_PER_WORD = {"two": 2, "four": 4}


def count_words(text: str) -> int:
    """Count the words of plain text as a reader would.

    A word is a run of letters and digits. An apostrophe, a period, or a hyphen inside belongs to
    it; anything else is a separator (``TCP/IP`` is two words). A web address is one word. Any
    other run counts as one word for every 30 characters or part of them, so that
    WordsThatAreGluedTogether gain little. In scripts without spaces, a run counts as one word for
    every two Han or Kana characters, or every four Thai, Lao, Burmese, or Khmer characters, or part
    of them.

    Args:
        text: plain text in any script.

    Returns:
        Number of words. The words of a text are the sum of the words of its lines.
    """
    if text.isascii():
        tokens = _ASCII_TOKENS.findall(text)
        return len(tokens) + sum(_further_words(run) for run in tokens if len(run) > LONGEST_WORD)
    return sum(map(_words_in_run, _runs().finditer(_without_marks(text))))


@cache
def _runs() -> re.Pattern[str]:
    """Compile the pattern when a text needs it: such large classes take longer than a check."""
    unspaced = rf"(?P<two>[{_HAN_AND_KANA}]+)|(?P<four>[{_THAI_TO_KHMER}]+)"
    return re.compile(f"{_WEB_ADDRESS}|{_WORD}|{unspaced}")


def _words_in_run(run: re.Match[str]) -> int:
    kind = run.lastgroup
    if kind:
        return -(-len(run.group()) // _CHARACTERS_PER_WORD[kind])
    return 1 + _further_words(run.group())


def _further_words(run: str) -> int:
    return 0 if _STARTS_ADDRESS.match(run) else (len(run) - 1) // LONGEST_WORD


def _without_marks(text: str) -> str:
    """Drop accents and vowel signs that are separate characters: they don't separate words."""
    return "".join(filter(_counts, unicodedata.normalize("NFKC", text)))


def _counts(char: str) -> bool:
    is_mark = unicodedata.category(char) in {"Mn", "Mc"}
    return not is_mark or _thai_to_khmer().match(char) is not None


@cache
def _thai_to_khmer() -> re.Pattern[str]:
    return re.compile(f"[{_THAI_TO_KHMER}]")
