"""``description: | Our gateway``: text on the line of the bar, where only the bar may stand."""

from __future__ import annotations

import re

from catalog_tool.change import ReplaceText
from catalog_tool.yaml_gate.mistakes.mistake import Line, Mistake

RANK = 35

_TEXTS = {"description", "applications_note", "tested_by"}
_MARK = re.compile(r"(?P<mark>[|>][+\-]?)[ \t]*(?P<text>[^\s#\d].*)")


def find(line: Line) -> Mistake | None:
    """Recognise text after the mark of a block of text."""
    match = _MARK.match(line.value[1]) if line.value and line.key in _TEXTS else None
    if line.value is None or not match:
        return None
    start = line.value[0]
    below = next(line.below(), None)
    deeper = below is not None and len(below.indent) > len(line.indent)
    indent = below.indent if deeper and below else line.indent + "  "
    return Mistake(
        f"After {match.group('mark')} the text starts on the next line.",
        "Put the text below, indented by two spaces.",
        (start + match.start("text"), start + match.end("text")),
        (ReplaceText(start + match.end("mark"), start + match.start("text"), f"\n{indent}"),),
        "start the text on the next line",
    )
