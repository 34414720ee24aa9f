"""The lines of a block: those of the page, and those that people make in other ways."""

from __future__ import annotations

import re

from catalog_tool.importers.markdown.blocks import Block, List, Paragraph, Table
from catalog_tool.importers.result import Lines

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# Bullets that Markdown does not know, and the box of a task that is done.
_BULLET = re.compile(r"\A\s*(?:[•·▪◦‣●○■►➤✓✔]\s*|\[[xX]\]\s+)")

Line = tuple[Lines, str]


def lines_of(block: Block) -> list[Line]:
    """Return each line, list element or row of a block; none if it has other things too."""
    if isinstance(block, Paragraph):
        first, last = block.lines.first, block.lines.last
        numbered = enumerate(block.text.split("\n"), start=first)
        return [
            (Lines(min(number, last), min(number, last)), piece)
            for number, text in numbered
            for piece in broken(text)
        ]
    if isinstance(block, List):
        flat = all(len(element.blocks) == 1 and element.text for element in block.elements)
        found = [(e.lines, piece) for e in block.elements for piece in broken(e.text)]
        return found if flat else []
    if isinstance(block, Table):
        rows = (row for row in (block.header, *block.rows) if any(row.cells))
        return [(row.lines, ": ".join(filter(None, row.cells))) for row in rows]
    return []


def broken(text: str) -> list[str]:
    """Return the lines of a text that is broken with ``<br>``, without bullets before them."""
    pieces = (_BULLET.sub("", piece).strip() for piece in _BREAK.split(text))
    return [piece for piece in pieces if piece]
