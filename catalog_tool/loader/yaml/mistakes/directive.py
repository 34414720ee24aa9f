"""Lines for the parser itself, which begin with a percent sign, where it does not know them."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 3

_DIRECTIVES = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?P<lines>(?:%[^\n]*\n)+(?:---[ \t]*\n)?)")


def find(line: Line) -> Mistake | None:
    """Recognise a file that begins with directives; delete them."""
    match = _DIRECTIVES.match(line.text)
    if not match:
        return None
    start, end = match.span("lines")
    return Mistake(
        "A directive (%) is not accepted.",
        "Delete this line.",
        (start, line.text.index("\n", start)),
        (ReplaceText(start, end, ""),),
        "delete the directive",
    )
