"""Tables with a row for each partner: each row is a section, each of its cells a labelled line."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.importers.markdown.blocks import Block, Heading, Paragraph, Table
from catalog_tool.importers.markdown.words import Part, part_of, words_of

_PARTNER_WORDS = frozenset(
    "company isv name organisation organization partner provider vendor".split()
)
_TELLING = frozenset({Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS, Part.DESCRIPTION})


def is_of_partners(table: Table) -> bool:
    """Return whether each row of a table is a partner, by the words of its head."""
    first, *others = table.header.cells
    names_partners = not _PARTNER_WORDS.isdisjoint(words_of(first))
    return names_partners and any(part_of(heading) in _TELLING for heading in others)


def partners_of(table: Table, level: int) -> Iterator[tuple[Heading, list[Block]]]:
    """Yield a heading for each row of a table of partners, with its cells as labelled lines."""
    labels = table.header.cells[1:]
    for row in table.rows:
        name, *cells = row.cells
        lines: list[Block] = [
            Paragraph(row.lines, f"{label}: {cell}" if label else cell)
            for label, cell in zip(labels, cells, strict=False)
            if cell
        ]
        yield Heading(row.lines, level, name), lines
