"""A key or a dash that does not stand in one column with its neighbours."""

from __future__ import annotations

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 55

_LINK_KEYS = {"label", "url"}


def find(line: Line) -> Mistake | None:
    """Recognise an entry's key that is indented, or a dash in another column than the one above."""
    if line.key in entry_keys() and line.indent and not _is_list_line(line):
        return _dedented(line)
    if line.key in _LINK_KEYS and not _is_list_line(line):
        return _beside_dash(line)
    if _is_group(line):
        return _beside_group(line)
    if not _is_list_line(line):
        return None
    above = next((other for other in line.above() if _is_list_line(other)), None)
    if above is None or above.indent == line.indent:
        return None
    return _moved(line, above.indent, "This dash is not in one column with the dash above it.")


def _beside_dash(line: Line) -> Mistake | None:
    """Align a key of a link with the key after the dash above it."""
    above = next((each for each in line.above() if each.content), None)
    if above is None or above.key not in _LINK_KEYS or not _is_list_line(above):
        return None
    text = above.content.lstrip("- ")
    return _moved(
        line,
        " " * (len(above.content) - len(text)),
        f"The key {line.key!r} does not stand below {above.key!r}.",
    )


def _is_group(line: Line) -> bool:
    return bool(line.indent) and line.content.endswith(":") and not _is_list_line(line)


def _beside_group(line: Line) -> Mistake | None:
    """Align the name of a group with the group above it."""
    above = next((each for each in line.above() if _is_group(each) or not each.indent), None)
    if above is None or not _is_group(above) or above.indent == line.indent:
        return None
    message = f"The group {line.key!r} is not in one column with the group {above.key!r} above it."
    return _moved(line, above.indent, message)


def _dedented(line: Line) -> Mistake:
    """Move a key to the margin, with all that stands below it and is indented as far."""
    block = [line]
    for below in line.below():
        if below.content and not below.indent.startswith(line.indent):
            break
        block.append(below)
    return Mistake(
        f"The key {line.key!r} is indented; keys stand at the margin.",
        "Remove the spaces before it.",
        (line.start + len(line.indent), line.start + len(line.content)),
        tuple(
            ReplaceText(each.start, each.start + len(line.indent), "")
            for each in block
            if each.content
        ),
        "align the line",
    )


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
