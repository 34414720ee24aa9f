"""``* SAP ECC``: a list with the stars of Markdown instead of hyphens."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 8

_STAR = re.compile(r"[ \t]*(?P<mark>[*•+–—·])[ \t]+(?P<value>\S.*)")


def find(line: Line) -> Mistake | None:
    """Recognise a line that begins with a star or bullet; mend all such lines at once."""
    if not _STAR.match(line.content):
        return None
    marked = [(each, found) for each in line.block() if (found := _STAR.match(each.content))]
    first, match = marked[0]
    return Mistake(
        f"A list has {match.group('mark')} before its values; here it takes a hyphen.",
        f"Write '- {match.group('value')[:60]}'.",
        (first.start + match.start("mark"), first.start + match.end("mark")),
        tuple(
            ReplaceText(each.start + found.start("mark"), each.start + found.start("value"), "- ")
            for each, found in marked
        ),
        "write hyphens",
    )
