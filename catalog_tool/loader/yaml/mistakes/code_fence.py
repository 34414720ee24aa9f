"""A line of three backticks around the entry, as code is marked in Markdown and in chats."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 2
IN_READABLE = True

_FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,}).*(?:\n|\Z)", re.MULTILINE)
_MOST = 2


def find(line: Line) -> Mistake | None:
    """Recognise fences that stand first or last in the file; delete them."""
    fences = list(_FENCE.finditer(line.text))
    if not 0 < len(fences) <= _MOST:
        return None
    before, after = line.text[: fences[0].start()], line.text[fences[-1].end() :]
    if before.strip() and after.strip():
        return None
    first = fences[0]
    return Mistake(
        f"The line {first.group('mark')} marks code in Markdown; an entry is not Markdown.",
        "Delete this line, and the one like it at the other end of the file."
        if len(fences) > 1
        else "Delete this line.",
        (first.start(), first.start() + len(first.group().rstrip())),
        tuple(ReplaceText(fence.start(), fence.end(), "") for fence in fences),
        "delete the lines with backticks",
    )
