"""A tab in front of a line: YAML knows only spaces there."""

from __future__ import annotations

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 10


def find(line: Line) -> Mistake | None:
    """Recognise a tab among the blanks that a line begins with; mend all such lines at once."""
    if "\t" not in line.indent:
        return None
    tabbed = [line, *(other for other in line.below() if "\t" in other.indent)]
    return Mistake(
        "This line is indented with a tab; YAML accepts only spaces.",
        "Put two spaces where the tab is.",
        (line.start, line.start + len(line.indent)),
        tuple(
            ReplaceText(each.start, each.start + len(each.indent), each.indent.replace("\t", "  "))
            for each in tabbed
        ),
        "indent with spaces",
    )
