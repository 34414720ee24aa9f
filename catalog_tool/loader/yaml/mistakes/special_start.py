"""A value that starts with a character which means something to YAML."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText
from catalog_tool.text.yaml_scalar import as_scalar

RANK = 40

_LISTS = {"applications", "interfaces", "directions", "links", "maintainers"}
_BAD_MARK = re.compile(r"[|>][+-]?0")  # the mark of a block of text, with a slip
_SPECIAL = "@`%*&!|>{}[],?-"


def find(line: Line) -> Mistake | None:
    """Recognise an unquoted value that starts with a special character."""
    if line.value is None or line.value[1][0] not in _SPECIAL:
        return None
    start, value = line.value
    if (line.key in _LISTS and value[0] in "[{") or _BAD_MARK.fullmatch(value):
        return None
    # Markdown would read it as a quotation.
    is_quotation = line.key == "description" and value[0] == ">"
    written = as_scalar(f"\\{value}" if is_quotation else value)
    return Mistake(
        f"A value that starts with {value[0]} must be in quotes: YAML gives the sign a meaning.",
        f"Write {written[:80]}",
        (start, start + len(value)),
        (ReplaceText(start, start + len(value), written),),
        "put the value in quotes",
    )
