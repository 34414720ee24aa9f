"""Bullets and numbers that people paste in front of lines from word processors."""

from __future__ import annotations

import re

from catalog_tool.text.characters.invisible import PICTOGRAPHS

# Some word processors use letters of a symbol font, from U+F020 on.
_SIGNS = "•‣▪▫●○◦■□·∙➤➢►▶→\uf020-\uf0ff"
_DASHES = "–—−"
_GLUED = r"[*+-](?=[^\W_][^*\n]*$)|[-=]>[ \t]*"
_EMOJI = f"(?:[\u2600-\u27bf]|{PICTOGRAPHS})\ufe0f?"
BULLET = re.compile(rf"\A(?:[-*+{_SIGNS}{_DASHES}]\s+|o\t\s*)")
"""A bullet at the beginning of a line."""
HEADING = re.compile(rf"\A(?!{BULLET.pattern[2:]})(?P<group>.*\S)\s*:\Z")
"""A line that names a group, above the names of its members."""
MARK = re.compile(rf"{BULLET.pattern}|\A\d{{1,3}}[.)]\s+")
"""A bullet or a number at the beginning of a line."""
UNMARKED_LINE = re.compile(
    rf"^(?P<indent> *)(?:"
    rf"(?P<bullet>\t*(?:[{_SIGNS}][ \t\xa0]*|[{_DASHES}][ \t\xa0]+|o\t|{_GLUED})|\t+)"
    rf"|(?P<emoji>{_EMOJI}[ \t]+))(?=\S)",
    re.MULTILINE,
)
"""The beginning of a line with a sign that doesn't make a list in Markdown."""


def mark_list(text: str) -> str:
    """Write a dash in front of lines that begin with other signs; an emoji stays after it."""
    if len(UNMARKED_LINE.findall(text)) < 2:  # noqa: PLR2004 - one line is no list
        return text
    return UNMARKED_LINE.sub(lambda line: f"{line['indent']}- {line['emoji'] or ''}", text)
