"""Which characters a reader can see: the gate against text that hides something."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from catalog_tool.change import ReplaceText
from catalog_tool.diagnostic import Problem, ProposedFix

# Blank or shape-changing although Unicode calls them letters, marks or symbols.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_LAYOUT = "\n\t\r"
_JOINER = "\u200d"
_EMOJI_PRESENTATION = "\ufe0f"


def hidden_characters(text: str) -> Iterator[int]:
    """Yield the offset of each character of ``text`` that a reader cannot see.

    Hidden are control, format, bidirectional, private-use and unassigned characters, spaces
    other than the plain one, and letters without a shape. Line ends and tabs are layout, not
    hidden. A joiner or presentation selector that follows an emoji is part of that emoji.
    """
    if _without_layout(text).isprintable() and (text.isascii() or not _BLANK.search(text)):
        return
    for offset, char in enumerate(text):
        if _is_visible(char) or (offset and _belongs_to_emoji(char, text[offset - 1])):
            continue
        yield offset


def describe_character(char: str) -> str:
    """Return a printable name for any character, as in ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(char, "") or _CATEGORY_NAMES.get(unicodedata.category(char), "")
    return f"U+{ord(char):04X} {name}".rstrip()


def hidden_problems(text: str) -> Iterator[Problem]:
    """Yield one problem for each kind of hidden character in the text of a file, with a fix."""
    places: dict[str, list[int]] = {}
    for offset in hidden_characters(text):
        places.setdefault(text[offset], []).append(offset)
    for char, offsets in places.items():
        times = f", {len(offsets)} times, first here" if len(offsets) > 1 else ""
        message = f"The text holds a character that nobody can see: {describe_character(char)}{times}."
        yield Problem(
            (),
            message,
            "Delete it, or type a plain space.",
            _cleaning(char, offsets),
            span=(offsets[0], offsets[0] + 1),
            rule="hidden-character",
        )


def _cleaning(char: str, offsets: list[int]) -> ProposedFix:
    is_space = unicodedata.category(char) == "Zs"
    changes = tuple(ReplaceText(at, at + 1, " " if is_space else "") for at in offsets)
    title = "type a plain space" if is_space else "delete the hidden characters"
    return ProposedFix(title, changes, safe=is_space)


def _without_layout(text: str) -> str:
    for char in _LAYOUT:
        text = text.replace(char, "")
    return text


def _is_visible(char: str) -> bool:
    return char in _LAYOUT or (char.isprintable() and not _BLANK.match(char))


def _belongs_to_emoji(char: str, previous: str) -> bool:
    if char == _EMOJI_PRESENTATION:
        return unicodedata.category(previous) in {"So", "Sm", "Po", "Nd"}
    return char == _JOINER and (
        previous == _EMOJI_PRESENTATION or unicodedata.category(previous) in {"So", "Sk"}
    )


_CATEGORY_NAMES = {
    "Cc": "a control character",
    "Cn": "an unassigned character",
    "Co": "a private-use character",
}
