"""``name: Contosowebsite: https://…``: two lines of which the line end was lost."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_lines, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 28

_LINK_KEYS = {"label", "url"}


def find(line: Line) -> Mistake | None:
    """Recognise a key that no line has, inside the value of another."""
    known = _LINK_KEYS if line.key in _LINK_KEYS else entry_keys()
    if line.value is None or line.key not in known:
        return None
    missing = known - {each.key for each in all_lines(line.text)}
    keys = "|".join(sorted(missing, key=len, reverse=True))
    match = re.search(rf"(?P<blanks>[ \t]*)(?P<key>{keys}):(?=\s|\Z)", line.content[1:])
    if not missing or not match:
        return None
    start, at = line.start + 1 + match.start(), line.start + 1 + match.start("key")
    column = line.content.index(line.key)
    return Mistake(
        f"Two lines have become one: {match['key']}: stands in the value of {line.key!r}.",
        f"Begin a new line before {match['key']}:",
        (at, at + len(match["key"]) + 1),
        (ReplaceText(start, at, f"\n{' ' * column}"),),
        "begin a new line",
        safe=False,
    )
