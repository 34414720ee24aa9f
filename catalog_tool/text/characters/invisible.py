"""Finds invisible characters, which could hide something from a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import unicodedata2 as unicodedata

from catalog_tool.text.characters.letters import is_letter

BLANK = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\U00013441\U00013442"
    "\U00016fe4\U0001d159\U000e0100-\U000e01ef]"
)
"""Pattern of letters, marks, and symbols that are blank or only change the shape of others."""

PICTOGRAPHS = "[\U0001f300-\U0001faff]"
"""Pattern of emoji, including those that were added to Unicode later."""

_BLANK = re.compile(BLANK)
# Layout: tabs and line ends, LF or CR LF. A CR alone can overwrite a line of a terminal.
_LAYOUT = re.compile(r"\t|\r?\n")
_LINE_BREAKS = "\r\x85\u2028\u2029"
# Fonts show them, or a box.
# Word's bullets in the fonts Symbol and Wingdings, as they arrive when a list is pasted.
_BULLETS_OF_FONTS = "\uf0a7\uf0b7\uf0d8\uf0fc"
_PICTOGRAPHS = re.compile(PICTOGRAPHS)
_JOINER = "\u200d"
_NON_JOINER = "\u200c"
_EMOJI_PRESENTATION = "\ufe0f"
_KEYCAP = "\u20e3"
_VIRAMA = 9  # its Unicode combining class
# Emoji that aren't symbols in Unicode.
_EMOJI_PUNCTUATION = "‼⁉ℹ〰"


def hidden_characters(text: str) -> Iterator[int]:
    """Yield the offset of each hidden character in ``text``, which a reader can't see.

    Hidden characters are control, format, bidirectional, private-use, and unassigned characters,
    spaces other than the regular one, and letters without a shape. Line ends and tabs are layout,
    not hidden. There are three exceptions because their effect is visible: joiners and selectors
    that combine characters into one emoji, the non-joiner between two Arabic letters, and both
    joiners after the virama of an Indic script (RFC 5892, appendix A). Flags of regions such as
    Scotland consist of tag characters and count as hidden.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return
    if has_only_shapes(_LAYOUT.sub("", text)):
        return
    unseen = {char for char in set(text) if not _is_visible(char)}
    for offset, char in enumerate(text):
        if char in unseen and not (_is_layout(text, offset) or _joins(text, offset)):
            yield offset


def visible_replacement(char: str) -> str:
    """Return the replacement of a hidden character: a space, a line end, a bullet, or nothing."""
    if unicodedata.category(char) == "Zs":
        return " "
    if char in _BULLETS_OF_FONTS:
        return "•"
    return "\n" if char in _LINE_BREAKS else ""


def without_hidden(text: str) -> tuple[str, list[int]]:
    """Return ``text`` as a reader sees it, with the original offsets.

    Returns:
        The text with each hidden character replaced, and the original offset of each of its
        characters, followed by the length of ``text``.
    """
    replaced = {offset: visible_replacement(text[offset]) for offset in hidden_characters(text)}
    if not replaced:
        return text, [*range(len(text) + 1)]
    kept = [offset for offset in range(len(text)) if replaced.get(offset, " ")]
    return "".join(replaced.get(offset, text[offset]) for offset in kept), [*kept, len(text)]


def escape_hidden(text: str) -> str:
    r"""Return text, such as a file name, with hidden characters as escapes: ``a\nb``.

    A backslash is doubled, so that no two names look the same.
    """
    text = text.replace("\\", "\\\\")
    if has_only_shapes(text):
        return text
    return "".join(
        char if has_only_shapes(char) else char.encode("unicode_escape").decode() for char in text
    )


def has_only_shapes(text: str) -> bool:
    """Return whether each character of a text is visible on its own."""
    if text.isascii():
        return text.isprintable()
    return all(map(_is_printable, set(text))) and not _BLANK.search(text)


def describe_character(char: str) -> str:
    """Return a printable name of a character, such as ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(char, "") or _CATEGORY_NAMES.get(unicodedata.category(char), "")
    return f"U+{ord(char):04X} {name}".rstrip()


@cache
def _is_printable(char: str) -> bool:
    """Like ``str.isprintable``, whose answer depends on the version of Python."""
    return char == " " or unicodedata.category(char)[0] not in "CZ"


def _is_visible(char: str) -> bool:
    return has_only_shapes(char) or _PICTOGRAPHS.match(char) is not None


def _is_layout(text: str, offset: int) -> bool:
    return _LAYOUT.match(text, offset) is not None


def _joins(text: str, offset: int) -> bool:
    """Whether an invisible character shapes the visible ones around it."""
    if not offset:
        return False
    char, before, after = text[offset], text[offset - 1], text[offset + 1 : offset + 2]
    if char == _EMOJI_PRESENTATION:
        return _is_emoji(before) or (before in "0123456789#*" and after == _KEYCAP)
    if char == _JOINER and after and _is_emoji(after):
        return before == _EMOJI_PRESENTATION or _is_emoji(before)
    if char in {_JOINER, _NON_JOINER} and unicodedata.combining(before) == _VIRAMA:
        return after != "" and is_letter(after)
    return char == _NON_JOINER and _is_arabic_letter(before) and _is_arabic_letter(after)


def _is_emoji(char: str) -> bool:
    is_symbol = unicodedata.category(char) in {"So", "Sm"} and not char.isascii()
    return is_symbol or char in _EMOJI_PUNCTUATION or _PICTOGRAPHS.match(char) is not None


def _is_arabic_letter(char: str) -> bool:
    return char != "" and unicodedata.bidirectional(char) == "AL"


_CATEGORY_NAMES = {
    "Cc": "a control character",
    "Cn": "an unassigned character",
    "Co": "a private-use character",
    "Cs": "half of a character",
}
