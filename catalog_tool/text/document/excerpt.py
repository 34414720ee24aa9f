"""The source line of a finding, cut around the carets that stand below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from catalog_tool.text.document.blocks import Finding, Place
from catalog_tool.text.phrases import CUT
from catalog_tool.text.terminal import visible_cells, width

EXCERPT_COLUMNS = 96
"""Most columns of a source line that are shown; a longer one is cut around the caret."""

_TAB = "    "


class Excerpt(NamedTuple):
    """A source line and the line of carets below it, ready to be shown.

    Attributes:
        number: number of the line.
        source: the line.
        before: the spaces before the carets.
        carets: the carets.
    """

    number: int
    source: str
    before: str
    carets: str


def excerpt(finding: Finding) -> Excerpt:
    """Return the source line of a finding and the carets below it."""
    line, place = finding.excerpt, finding.place or Place("", 1, 1, 1, 1)
    cells = [_TAB if line[at] == "\t" else cell for at, cell in enumerate(visible_cells(line))]
    start, end = _marked(place, len(cells))
    first, last = _window(cells, start, end)
    before = (CUT if first else "") + "".join(cells[first:start])
    marked = "".join(cells[start : min(end, last)])
    after = "".join(cells[end:last]) + (CUT if last < len(cells) else "")
    carets = "^" * max(width(marked), 1)
    return Excerpt(place.line, f"{before}{marked}{after}", " " * width(before), carets)


def _marked(place: Place, length: int) -> tuple[int, int]:
    """Return where the carets stand, as offsets in the source line, end exclusive."""
    start = min(place.column - 1, length)
    is_one_line = place.line == place.end_line
    end = min(place.end_column - 1, length) if is_one_line else length
    return start, max(start, end)


def _window(cells: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Return the stretch of a source line that is shown: the caret, and as much as fits around."""
    first, last = start, start
    left = EXCERPT_COLUMNS
    while left > 0 and (first > 0 or last < len(cells)):
        # What is marked comes first, then both sides in turn.
        ahead = last < len(cells) and (last < end or last - end <= start - first or not first)
        cell = cells[last] if ahead else cells[first - 1]
        left -= width(cell)
        first, last = (first, last + 1) if ahead else (first - 1, last)
    return first, last
