"""Text of strangers in a comment on GitHub: shown, and nothing in it acts."""

from __future__ import annotations

import re

from catalog_tool.text.markup.escaping import EscapeContext, escape
from catalog_tool.text.phrases import shorten
from catalog_tool.text.terminal import visible

MOST_CHARACTERS = 60_000
"""Most characters of a comment or an issue: GitHub takes 65,536, and may have to add to them."""

LONGEST_TEXT = 500
"""Characters of one text that are shown; a comment is read, not searched."""

_BACKTICKS = re.compile("`+")


def shown(text: str, most: int = LONGEST_TEXT) -> str:
    """Return text as Markdown that shows it on one line, in a table too, and does nothing.

    It calls nobody, refers to nothing, closes nothing, and combines with no text beside it.

    Args:
        text: anything.
        most: characters of it that are kept.
    """
    line = visible(shorten(text, most))
    # One dollar of this text and one of the next would frame a formula.
    around = EscapeContext(pairing="*_~", maths="$" in line)
    return escape(line, around).replace("|", "&#124;")


def code_block(language: str, text: str) -> str:
    """Return a block of code with a fence longer than any run of backticks inside."""
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(longest + 1, 3)
    ending = "" if not text or text.endswith("\n") else "\n"
    return f"{fence}{language}\n{text}{ending}{fence}"
