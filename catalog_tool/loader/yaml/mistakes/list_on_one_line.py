"""``applications: - IBM RACF - SAP ECC``, or with brackets that do not pair up."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText
from catalog_tool.text.yaml_scalar import as_scalar

RANK = 27

_LISTS = {"applications", "interfaces", "directions", "maintainers"}
_DASH = re.compile(r"(?:^|\s+)[-–—•*]\s+")
_COMMA = re.compile(r"\s*,\s*")


def find(line: Line) -> Mistake | None:
    """Recognise a list that begins on the line of its key."""
    if line.key not in _LISTS or line.value is None:
        return None
    start, value = line.value
    if value.startswith("- "):
        separator, message = _DASH, "A list with dashes begins on the line below its key."
    elif (
        value.startswith("[") and (message := _unpaired(value)) and "]" not in line.text[line.end :]
    ):
        separator = _COMMA
    else:
        return None
    names = [name for name in separator.split(value.strip("[] ")) if name]
    lines = "".join(f"\n{line.indent}  - {as_scalar(name.strip(chr(34)))}" for name in names)
    return Mistake(
        message,
        f"Write one value a line, each after '- ':{lines[:200]}",
        (start, start + len(value)),
        (ReplaceText(line.text.rindex(":", line.start, start) + 1, start + len(value), lines),),
        "write one value a line",
        safe=False,
    )


def _unpaired(value: str) -> str:
    surplus = value.count("[") - value.count("]")
    if surplus > 0:
        return "The bracket [ is opened and never closed."
    return "A bracket ] closes what no bracket has opened." if surplus else ""
