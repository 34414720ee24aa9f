"""Small parts of sentences: numbers with nouns, lists of names, and a text that is cut to fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

CUT = "…"
"""Marks where a text was cut."""
# A shorter word is often an abbreviation, unless all of it is in capitals.
_SENTENCE_END = re.compile(r"(?:(?<=\w{3})|(?<=[A-Z]{2}))[.!?](?=\s+[^\sa-z])")


def quantity(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural unless it is 1."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def join_names(names: Sequence[str]) -> str:
    """Return one or more names as a list in a sentence, such as ``A, B, and C``."""
    *first, last = names
    return f"{', '.join(first)}{',' * (len(first) > 1)} and {last}" if first else last


def first_sentence(text: str) -> str:
    """Return the first sentence of the first line of a text."""
    line = next((line for line in text.split("\n") if line.strip()), "").strip()
    end = _SENTENCE_END.search(line)
    return line[: end.end()] if end else line


def shorten(text: str, most: int, *, between_words: bool = False) -> str:
    """Return text of at most ``most`` characters, with :data:`CUT` at the end if it was cut.

    Args:
        text: any text.
        most: most characters of the result.
        between_words: cut it at a space if it has one.
    """
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    if between_words:
        kept = (text[:most].rpartition(" ")[0] or kept).rstrip(" ,;:(")
    return kept + CUT
