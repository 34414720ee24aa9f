"""Makes strangers' text safe for a comment on GitHub: it is shown, but it can't act."""

from __future__ import annotations

import re

from catalog_tool.text.markup.escaping import EscapeContext, escape
from catalog_tool.text.phrases import CUT, shorten
from catalog_tool.text.terminal import visible

MOST_CHARACTERS = 60_000
"""Most characters of a comment or an issue: GitHub allows 65,536, and some may be added."""

MOST_SUMMARY_BYTES = 1024 * 1024
"""Most bytes of the summary of a step. Source: GitHub's documentation of workflow commands."""

LONGEST_TEXT = 500
"""Most characters of one text that are shown."""

_BACKTICKS = re.compile("`+")
_MANY_BACKTICKS = re.compile("(`{200})`+")


def shown(text: str, most: int = LONGEST_TEXT) -> str:
    """Return Markdown that shows a text on one line, also in a table, and does nothing else.

    It mentions nobody, references nothing, closes nothing, and doesn't combine with other text.

    Args:
        text: any text.
        most: most characters of it to keep.
    """
    line = visible(shorten(text, most))
    # A dollar sign in this text and one in the next would enclose a formula.
    around = EscapeContext(pairing="*_~", maths="$" in line)
    return escape(line, around).replace("|", "&#124;")


def code_block(language: str, text: str) -> str:
    """Return a block of code with a fence longer than any run of backticks inside.

    GitHub's parser counts no more than 255 characters of a fence, so longer runs are cut.
    """
    text = _MANY_BACKTICKS.sub(rf"\1{CUT}", text)
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(longest + 1, 3)
    ending = "" if not text or text.endswith("\n") else "\n"
    return f"{fence}{language}\n{text}{ending}{fence}"
