"""``* SAP ECC``: a list with the stars of Markdown instead of hyphens."""

from __future__ import annotations

import re

from catalog_tool.change import ReplaceText
from catalog_tool.mistakes.mistake import Line, Mistake

RANK = 8

_STAR = re.compile(r"[ \t]*(?P<mark>[*•+–—·])[ \t]+(?P<value>\S.*)")


def find(line: Line) -> Mistake | None:
    """Recognise a line that begins with a star or bullet; mend all such lines at once."""
    match = _STAR.match(line.content)
    if not match:
        return None
    marks = [
        each.start + found.start("mark")
        for each in (*line.above(), line, *line.below())
        if (found := _STAR.match(each.content))
    ]
    return Mistake(
        f"A list begins with {match.group('mark')} here; YAML wants a hyphen.",
        f"Write '- {match.group('value')[:60]}'.",
        (line.start + match.start("mark"), line.start + match.end("mark")),
        tuple(ReplaceText(mark, mark + 1, "-") for mark in sorted(marks)),
        "write hyphens",
    )
