"""A colon with a value and no key."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake

RANK = 13

_BARE = re.compile(r":[ \t]+\S")


def find(line: Line) -> Mistake | None:
    """Recognise a line at the margin that begins with a colon; which key is meant nobody knows."""
    match = _BARE.match(line.content)
    if not match:
        return None
    return Mistake(
        f"Nothing stands before the colon: {line.content[:60]}",
        "Write the key in front of it, or delete the line.",
        (line.start, line.start + len(line.content)),
        (),
        "",
        safe=False,
    )
