"""``description: | Our gateway``, ``|0``: what stands behind a bar that stands alone."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 35

_ZERO = re.compile(r"[|>][+\-]?0")
_TEXTS = {"description", "applications_note", "tested_by"}
_MARK = re.compile(r"(?P<mark>[|>][+\-]?)[ \t]*(?P<text>[^\s#\d].*)")


def find(line: Line) -> Mistake | None:
    """Recognise text, or a zero, after the mark of a block of text."""
    if line.value is None or line.key not in _TEXTS:
        return None
    start, value = line.value
    if _ZERO.fullmatch(value):
        return _zero(start + len(value))
    match = _MARK.match(value)
    if not match:
        return None
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


def _zero(end: int) -> Mistake:
    change = ReplaceText(end - 1, end, "")
    message = "A 0 stands behind the mark that announces a text."
    return Mistake(message, "Delete the 0.", (end - 1, end), (change,), "delete the 0")
