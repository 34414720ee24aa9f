"""``-SAP ECC`` below ``- IBM RACF``: a dash without its space."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 22

_GLUED = re.compile(r"(?P<indent>[ \t]*)-(?=[^\s-])")


def find(line: Line) -> Mistake | None:
    """Recognise a dash that touches its text; mend all such lines of the list at once."""
    match = _GLUED.match(line.content)
    if not match:
        return None
    glued = sorted(
        each.start + found.end()
        for each in (line, *line.above(), *line.below())
        if (found := _GLUED.match(each.content)) and found["indent"] == match["indent"]
    )
    return Mistake(
        f"There is no space after the dash: {line.content.strip()[:60]}",
        f"Write a space after the dash: - {line.content[match.end() :][:60]}",
        (line.start + match.end("indent"), line.start + match.end()),
        tuple(ReplaceText(at, at, " ") for at in glued),
        "put a space after the dash",
    )
