"""Keys and dashes that don't line up with their neighbors, and tabs."""

from __future__ import annotations

from catalog_tool.loader.yaml.mistakes.line import LINK_KEYS, SourceLine
from catalog_tool.loader.yaml.mistakes.mistake import Mistake
from catalog_tool.model.edits import Edit
from catalog_tool.text.phrases import quantity


def tab_in_indentation(line: SourceLine) -> Mistake | None:
    """Recognize a tab in the indentation of a line; repair all such lines at once."""
    if "\t" not in line.indent:
        return None
    tabbed = [line, *(other for other in line.below() if "\t" in other.indent)]
    return Mistake(
        "This line is indented with a tab. YAML allows only spaces.",
        "Replace the tab with two spaces.",
        (line.start, line.start + len(line.indent)),
        tuple(each.reindent(each.indent.replace("\t", "  ")) for each in tabbed),
        "indent with spaces",
    )


def uneven_indentation(line: SourceLine) -> Mistake | None:
    """Recognize an indented key of an entry, or a dash that doesn't line up with the one above."""
    if line.key in line.keys and line.indent and not line.has_dash:
        return _indented_key(line)
    if line.key in LINK_KEYS and not line.has_dash:
        return _beside_dash(line)
    if _is_group(line):
        return _beside_group(line)
    if not line.has_dash:
        return None
    above = next((other for other in line.above() if other.has_dash), None)
    if above is None or above.indent == line.indent:
        return None
    return _misaligned(line, above.indent, "This dash doesn't line up with the dash above it.")


def _beside_dash(line: SourceLine) -> Mistake | None:
    """Align a key of a link with the key after the dash above it."""
    above = line.nearest_above()
    if above is None or above.key not in LINK_KEYS or not above.has_dash:
        return None
    text = above.content.lstrip("- ")
    return _misaligned(
        line,
        " " * (len(above.content) - len(text)),
        f"The key {line.key!r} doesn't line up with {above.key!r}.",
    )


def _is_group(line: SourceLine) -> bool:
    return bool(line.indent) and line.content.endswith(":") and not line.has_dash


def _beside_group(line: SourceLine) -> Mistake | None:
    """Align the name of a group with the group above it."""
    above = next((each for each in line.above() if _is_group(each) or not each.indent), None)
    if above is None or not _is_group(above) or above.indent == line.indent:
        return None
    message = f"The group {line.key!r} doesn't line up with the group {above.key!r} above it."
    return _misaligned(line, above.indent, message)


def _indented_key(line: SourceLine) -> Mistake:
    """Move a key to the margin together with the lines below it that are indented as far."""
    block = [line]
    for below in line.below():
        if below.content and not below.indent.startswith(line.indent):
            break
        block.append(below)
    width = len(line.indent)
    return Mistake(
        f"The key {line.key!r} is indented. Keys start at the left margin.",
        "Remove the spaces before it.",
        line.span,
        tuple(Edit(each.start, each.start + width, "") for each in block if each.content),
        "align the line",
    )


def _misaligned(line: SourceLine, indent: str, message: str) -> Mistake:
    spaces = quantity(len(indent), "space")
    hint = f"Indent it by {spaces}." if indent else "Remove the spaces before it."
    return Mistake(message, hint, line.span, (line.reindent(indent),), "align the line")
