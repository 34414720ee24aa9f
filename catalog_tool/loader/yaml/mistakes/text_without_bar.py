"""A text of several lines that YAML reads as keys, because no ``|`` announces it."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 45

_OPEN = re.compile(r"description:[ \t]*(?P<text>[^\s|>'\"].*)?\Z")


def find(line: Line) -> Mistake | None:
    """Recognise a line in a description of several lines without ``|``; announce the text."""
    nearest = (each for each in (line, *line.above()) if each.content and not each.indent)
    owner = next(nearest, None)
    match = _OPEN.match(owner.content) if owner else None
    if owner is None or not match:
        return None
    block = owner.block_below()
    if not block or any(each.key in entry_keys() for each in block):
        return None
    indent = min((each.indent for each in block), key=len)
    colon = owner.start + len("description:")
    end = owner.start + len(owner.content)
    text = match.group("text")
    opened = f" |\n{indent}{text}" if text else " |"
    return Mistake(
        "A description of several lines needs a | after its key, or YAML looks for keys in it.",
        "Write 'description: |', and the text below it, indented by two spaces.",
        (owner.start, end),
        (ReplaceText(colon, end, opened),),
        "write description: | before the text",
    )
