"""``name: Acme: the gateway``: a second colon, which YAML reads as a second key."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText
from catalog_tool.text.yaml_scalar import as_scalar

RANK = 50

_COLON = re.compile(r":(?=\s|\Z)")


def find(line: Line) -> Mistake | None:
    """Recognise a colon followed by a space inside an unquoted value."""
    colon = _COLON.search(line.value[1]) if line.value else None
    if line.value is None or colon is None:
        return None
    start, value = line.value
    if value[0] == "{":
        return None
    written = as_scalar(value)
    return Mistake(
        "A value with a colon and a space inside must be in quotes, or YAML takes it for a key.",
        f"Write {written[:80]}",
        (start + colon.start(), start + colon.end()),
        (ReplaceText(start, start + len(value), written),),
        "put the value in quotes",
    )
