"""``webs`` and below it ``ite: https://…``: a key that a line end has cut in two."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 4
IN_READABLE = True

_REST = re.compile(r"[ \t]*(?P<rest>[a-z_]+)[ \t]*:(?=\s|\Z)")


def find(line: Line) -> Mistake | None:
    """Recognise a line that makes a key of an entry together with the line below or above it."""
    above = next(line.above(), None)
    return _joined(line, next(line.below(), None)) or (_joined(above, line) if above else None)


def _joined(first: Line, second: Line | None) -> Mistake | None:
    rest = _REST.match(second.content) if second else None
    if second is None or not rest or f"{first.content}{rest['rest']}" not in entry_keys():
        return None
    key = f"{first.content}{rest['rest']}"
    end = second.start + rest.start("rest")
    return Mistake(
        f"A line end stands inside the key {key!r}.",
        f"Write it on one line: {key}: {second.content[rest.end() :].strip()[:60]}".rstrip(),
        (first.start, first.start + len(first.content)),
        (ReplaceText(first.start + len(first.content), end, ""),),
        "join the lines",
    )
