"""A remark above the first key that YAML takes for a part of it: // …, <!-- … -->, a title."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_lines, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 15

_NO_REMARK = re.compile(r"[\[{\"'|>&*!%@`]|- ")


def find(line: Line) -> Mistake | None:
    """Recognise text above the first key, whose own line is right; make it a comment."""
    remarks = []
    for each in all_lines(line.text):
        if each.key in entry_keys():
            break
        if each.content and not each.content.startswith("#") and each.content != "---":
            remarks.append(each)
    else:
        return None
    if not remarks or any(map(_is_no_remark, remarks)):
        return None
    first = remarks[0]
    return Mistake(
        f"This line stands above the first key, and is none: {first.content[:60]}",
        "Delete it, or write # in front: then it is a comment.",
        (first.start, first.start + len(first.content)),
        tuple(ReplaceText(each.start, each.start, "# ") for each in remarks),
        "make it a comment",
        safe=False,
    )


def _is_no_remark(line: Line) -> bool:
    return bool(line.indent or ":" in line.content or _NO_REMARK.match(line.content))
