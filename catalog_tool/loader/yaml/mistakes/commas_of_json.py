"""``"name": "Contoso",`` outside braces, or a line inside braces without its comma."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 9

_LINE = re.compile(
    r"^(?:[\"']?[A-Za-z_]+[\"']?[ \t]*:[ \t]*(?:[\"'\w].*|\[.*\])|\])"
    r"[ \t]*(?P<comma>,)[ \t]*$",
    re.MULTILINE,
)
_NO_COMMA = re.compile(r"(?P<end>[\"'\]}])[ \t]*\n(?=\s*[\"'][A-Za-z_]+[\"'][ \t]*:)")


def find(line: Line) -> Mistake | None:
    """Recognise commas that are missing between braces or too many without them."""
    if line.text.lstrip().startswith("{"):
        return _missing(line.text)
    commas = [match.start("comma") for match in _LINE.finditer(line.text)]
    if not commas:
        return None
    return Mistake(
        "The line ends in a comma, as in JSON; here the line end is enough.",
        "Delete the commas at the ends of the lines.",
        (commas[0], commas[0] + 1),
        tuple(ReplaceText(comma, comma + 1, "") for comma in commas),
        "delete the commas",
    )


def _missing(text: str) -> Mistake | None:
    ends = [match.end("end") for match in _NO_COMMA.finditer(text)]
    if not ends:
        return None
    return Mistake(
        "There is no comma between this value and the next key; in braces they need one.",
        "Write a comma at the end of the line.",
        (ends[0] - 1, ends[0]),
        tuple(ReplaceText(end, end, ",") for end in ends),
        "write the comma",
    )
