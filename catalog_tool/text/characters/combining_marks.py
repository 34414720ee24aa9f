"""Combining marks: finds letters with more accents or vowel signs than any language uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import unicodedata2 as unicodedata

from catalog_tool.text.characters.letters import is_letter_or_digit

MOST_ACCENTS = 3
"""Most accents on one letter. Classical Greek has three (``ᾧ``), Vietnamese two (``ế``)."""
MOST_MARKS = 5
"""Most marks on one letter of any script. A pointed Hebrew letter has up to four; Tibetan stacks
of five letters are rare."""

# The accents that Unicode gives to letters of every script.
_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
# Marks are neither letters nor digits. No composed letter includes more than three, so each fault
# leaves a mark after composition.
_MAY_BE_MARK = re.compile(r"[^\u0000-\u02ff\w\s]")
# Lines through a letter and frames around it, without the frame of a key such as 1️⃣.
_CROSSED_OUT = re.compile("[\u0334-\u0338\u20d0-\u20e2\u20e4-\u20f0]")
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A letter with marks that no language uses.

    Attributes:
        text: the letter with its marks, as in the text; only the marks if there is no letter.
        reason: what is wrong with it, such as ``has 9 accents``.
        plain: what to write instead; empty to delete the marks.
    """

    text: str
    reason: str
    plain: str


def mark_faults(text: str) -> Iterator[MarkFault]:
    """Yield each letter with too many marks or a mark that crosses it out, and marks on nothing."""
    if text.isascii() or not _MAY_BE_MARK.search(unicodedata.normalize("NFC", text)):
        return
    for cluster in _clusters(_KEYCAP.sub("", unicodedata.normalize("NFD", text))):
        if len(cluster) > 1 and (reason := _fault(cluster[0], cluster[1:])):
            marks = "" if _is_base(cluster[0]) else cluster[1:]
            shown = unicodedata.normalize("NFC", marks or cluster)
            yield MarkFault(shown, reason, "" if marks else cluster[0])


def _clusters(decomposed: str) -> Iterator[str]:
    """Yield each character with the marks after it; marks at the start follow a space."""
    start = 0
    padded = f" {decomposed}"
    for at in range(1, len(padded)):
        if not _is_mark(padded[at]):
            yield padded[start:at]
            start = at
    yield padded[start:]


def _is_mark(char: str) -> bool:
    return char > "\u02ff" and unicodedata.category(char) in {"Mn", "Me"}


def _is_base(char: str) -> bool:
    return not char.isspace()


def _fault(base: str, marks: str) -> str:
    accents = len(_ACCENT.findall(marks))
    if not _is_base(base):
        return "has no letter under its accent"
    if is_letter_or_digit(base) and _CROSSED_OUT.search(marks):
        return "is crossed out or framed by a combining mark"
    if accents > MOST_ACCENTS:
        return f"has {accents} accents"
    if len(marks) > MOST_MARKS:
        return f"has {len(marks)} marks"
    if any(one == other for one, other in pairwise(marks)):
        return "has the same mark twice"
    return ""
