"""Tables of applications: which column is the name, which the group, and what else is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from catalog_tool.importers.markdown.blocks import Table
from catalog_tool.importers.markdown.words import Part, part_of, words_of
from catalog_tool.importers.result import Lines

_NAMES = frozenset("name names product products".split())
_GROUPS = frozenset("area areas category categories group groups kind segment type types".split())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that names applications.

    Attributes:
        lines: where it stands.
        name: its Markdown.
        group: the group that the table puts it in, or ``""``.
        explanation: what else its row says, as Markdown.
    """

    lines: Lines
    name: str
    group: str = ""
    explanation: str = ""


def table_columns(table: Table) -> Iterator[Cell]:
    """Yield the names in a table of applications.

    A column is names if its heading says so. Otherwise each column is a group, and its heading
    the group's name.
    """
    header = [cell.strip() for cell in table.header.cells]
    names = next((n for n, cell in enumerate(header) if _heads_names(cell)), None)
    groups = next((n for n, cell in enumerate(header) if _heads_groups(cell)), None)
    if names is None and groups is not None and len(header) > 1:
        names = 1 - min(groups, 1)
    for row in table.rows:
        cells = [cell.strip() for cell in row.cells]
        if names is not None and names < len(cells):
            yield _named(cells, header, row.lines, names, groups)
            continue
        for group, cell in zip_longest(header, cells, fillvalue=""):
            if cell:
                yield Cell(row.lines, cell, group)


def _named(
    cells: list[str], header: list[str], lines: Lines, names: int, groups: int | None
) -> Cell:
    other = (
        f"{heading}: {cell}" if heading else cell
        for n, (heading, cell) in enumerate(zip_longest(header, cells, fillvalue=""))
        if cell and n not in {names, groups}
    )
    group = cells[groups] if groups is not None and groups < len(cells) else ""
    return Cell(lines, cells[names], group, "; ".join(other))


def _heads_names(heading: str) -> bool:
    words = set(words_of(heading))
    return part_of(heading) is Part.APPLICATIONS or (bool(words) and words <= _NAMES)


def _heads_groups(heading: str) -> bool:
    return not _GROUPS.isdisjoint(words_of(heading))
