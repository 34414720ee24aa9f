"""Finds records in tables: one per row, or one per cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from catalog_tool.importers import words
from catalog_tool.importers.markdown.blocks import Block
from catalog_tool.importers.markdown.evidence import ANNOUNCED, IN_TABLE, NAMED, Evidence
from catalog_tool.importers.markdown.line import Line, name_of
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.record_names import Named, make_record, split_record
from catalog_tool.importers.names import is_sentence

_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+(?!\S)")
"""A name for programs; another column may have the one for people."""
_ONE = frozenset("adopter backer client member sponsor supporter user".split())
"""Titles of columns with one of those that a page can also mention beside its subject."""
Reading = tuple[list[PageSection], int, Evidence]
"""Possible records of a block, of how many parts, and what they must tell."""


def records_of_rows(rows: Sequence[Sequence[Line]], needed: Evidence) -> Iterator[Reading]:
    """Yield the records of a table: one per row."""
    header, *body = rows
    titles = [cell.text for cell in header]
    half = len(titles) // 2
    is_named = any(any(map(str.isalpha, title)) for title in titles)
    if is_named and titles[:half] == titles[half:]:  # two records in a row
        header, body = header[:half], [part for row in body for part in (row[:half], row[half:])]
    if (column := _name_column(header, body)) is None:
        return
    found = []
    for row in body:
        if named := _cell_name(row[column], header[column].text):
            facts = [
                cell.with_label(title) if title.text and (cell.text or cell.addresses) else cell
                for title, cell in zip(header, row, strict=True)
                if cell is not row[column]
            ]
            found.append(make_record(named[0], [named[1], *facts]))
    title = header[column].text
    is_announced = needed.is_announced or _announces(title, titles)
    evidence = NAMED if _heads_names(title) else ANNOUNCED
    yield found, len(body), evidence if is_announced else IN_TABLE


def lists_partners(block: Block) -> bool:
    """Return whether the columns of a table say that it has partners."""
    titles = [cell.text for cell in block.rows[0]] if block.kind == "table" else []
    return any(map(words.names_partners, titles))


def _announces(title: str, titles: Iterable[str]) -> bool:
    """Return whether a column has partners: it says so, or has names, and another has websites."""
    websites = (each.lower() == "link" or words.CORE.key_of(each) == "website" for each in titles)
    is_name = words.is_name(title) or title.lower() in _ONE
    return words.names_partners(title) or (is_name and any(websites))


def records_of_cells(cells: Sequence[Line]) -> list[PageSection]:
    """Return the records of cells if each starts with a linked name; once per partner."""
    found: dict[tuple[str, ...], PageSection] = {}
    for cell in cells:
        named = split_record(cell)
        if not named or not named[0].links:
            return []
        if any(each.is_outside for each in cell.addresses):  # unlike *Become a sponsor*
            key = name_of(named[0]), *(each.owner for each in named[0].addresses)
            found.setdefault(key, make_record(named[0], named[1:]))
    return list(found.values())


def _name_column(header: Sequence[Line], rows: Sequence[Sequence[Line]]) -> int | None:
    """Return the first column of names, preferably one whose title says so."""
    columns = range(len(header))

    def are_most(column: int, holds: Callable[[Line], object]) -> bool:
        return 2 * sum(bool(holds(row[column])) for row in rows) > len(rows)

    has_marked = any(are_most(n, lambda cell: cell.is_strong_at_start) for n in columns)

    def rank(column: int) -> tuple[bool, bool, bool]:
        is_of_files = are_most(column, lambda cell: cell.is_named_after_file)
        is_of_slugs = are_most(column, lambda cell: _SLUG.match(cell.text))
        return not _heads_names(header[column].text), is_of_slugs, is_of_files and has_marked

    for column in sorted(columns, key=rank):
        named = [row for row in rows if _cell_name(row[column], header[column].text)]
        if named and 2 * len(named) >= len(rows):
            return column
    return None


def _heads_names(title: str) -> bool:
    return words.names_partners(title) or words.is_name(title)


def _cell_name(cell: Line, title: str) -> Named | None:
    """Return the name in a cell, which may be long if its column says so, and the rest of it."""
    named = cell.split_name()
    if named is None and (_heads_names(title) or not is_sentence(name_of(cell))):
        named = cell, Line(cell.lines, ())
    # A number of a row is no name.
    return named if named and any(map(str.isalpha, name_of(named[0]))) else None
