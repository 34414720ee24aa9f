"""``partner:`` with the whole entry indented below it."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_lines, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 3
IN_READABLE = True

_TOP = re.compile(r"(?P<key>[^\s:#'\"-][^:\n]*):[ \t]*\Z")


def find(line: Line) -> Mistake | None:
    """Recognise a file whose only line at the margin is a key that entries do not have."""
    return _above_entry(line.text)


# Asked of each suspected line, and the answer is one for the whole file.
@lru_cache(maxsize=1)
def _above_entry(text: str) -> Mistake | None:
    lines = [each for each in all_lines(text) if each.content and each.content[0] != "#"]
    top = _TOP.match(lines[0].content) if lines else None
    if not top or top.group("key") in entry_keys() or not _is_entry(lines[1:]):
        return None
    width = len(lines[1].indent)
    first = lines[0]
    return Mistake(
        f"The whole entry stands below {top.group()!r}; its keys stand at the margin.",
        f"Delete the line {top.group()!r}, and the {width} spaces before each line below it.",
        (first.start, first.start + len(first.content)),
        (
            ReplaceText(first.start, first.end + 1, ""),
            *(ReplaceText(each.start, each.start + width, "") for each in lines[1:]),
        ),
        "move the keys to the margin",
    )


def _is_entry(lines: list[Line]) -> bool:
    if not lines or not lines[0].indent:
        return False
    width = len(lines[0].indent)
    keys = [each.key for each in lines if len(each.indent) == width]
    return all(len(each.indent) >= width for each in lines) and len(entry_keys() & {*keys}) > 1
