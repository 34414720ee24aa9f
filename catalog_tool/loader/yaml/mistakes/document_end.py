"""Three dots, which end the entry for YAML, and something below them."""

from __future__ import annotations

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 10

_DOTS = "..."


def find(line: Line) -> Mistake | None:
    """Recognise a line of three dots at the margin; delete it."""
    if line.content != _DOTS:
        return None
    return Mistake(
        "Three dots (...) end the entry here, and more follows.",
        "Delete this line.",
        (line.start, line.start + len(_DOTS)),
        (ReplaceText(line.start, min(line.end + 1, len(line.text)), ""),),
        "delete the line",
    )
