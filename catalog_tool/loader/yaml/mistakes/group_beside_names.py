"""``Mainframe:`` below ``- SAP ECC``: a group in one list with names that have none."""

from __future__ import annotations

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake

RANK = 59


def find(line: Line) -> Mistake | None:
    """Recognise the name of a group exactly where the dashes above it stand."""
    text = line.content.lstrip()
    above = next((each for each in line.above() if each.content), None)
    if not line.indent or not text.endswith(":") or above is None or above.indent != line.indent:
        return None
    if text.startswith("-") or not above.content.lstrip().startswith("- "):
        return None
    start = line.start + len(line.indent)
    return Mistake(
        f"The group {text[:60]!r} stands in one list with names that are in no group.",
        "Put a group above those names too; or delete the line of this group, to have one list.",
        (start, start + len(text)),
        (),
        "",
        safe=False,
    )
