"""A key or a dash that does not stand in one column with its neighbours."""

from __future__ import annotations

from catalog_tool.change import ReplaceText
from catalog_tool.mistakes.mistake import Line, Mistake, entry_keys

RANK = 55


def find(line: Line) -> Mistake | None:
    """Recognise an entry's key that is indented, or a dash in another column than the one above."""
    if line.key in entry_keys() and line.indent and not _is_list_line(line):
        return _moved(line, "", f"The key {line.key!r} is indented; keys stand at the margin.")
    if not _is_list_line(line):
        return None
    above = next((other for other in line.above() if _is_list_line(other)), None)
    if above is None or above.indent == line.indent:
        return None
    return _moved(line, above.indent, "This dash is not in one column with the dash above it.")


def _is_list_line(line: Line) -> bool:
    return line.content.lstrip().startswith("- ")


def _moved(line: Line, indent: str, message: str) -> Mistake:
    place = (line.start, line.start + len(line.indent))
    wanted = f"Indent it by {len(indent)} spaces." if indent else "Remove the spaces before it."
    return Mistake(
        message,
        wanted,
        (place[1], line.start + len(line.content)),
        (ReplaceText(*place, indent),),
        "align the line",
    )
