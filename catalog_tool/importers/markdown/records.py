"""Finds records in the blocks of a section: what repeats with the same shape is a record.

A record is a row of a table, an element of a list, or a paragraph that starts with a name. Most
records of a block must have a web address, and most addresses must belong to different owners, so
that a list of pages of one site isn't a list of partners. A record becomes a section: its name is
the heading, and everything else about it follows as labeled lines and text.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.evidence import FEW, TELLING, Evidence, is_telling
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.names import is_sentence
from catalog_tool.importers.markdown.nodes import (
    LISTS,
    below_head,
    head_of,
    line_of,
    lines_in,
    paragraph,
    read_lines,
    rows_of,
)
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.record import (
    facts_of,
    labeled_lines,
    name_of,
    record_section,
    split_record,
)
from catalog_tool.importers.markdown.words import is_name, names_partners, part_of


def records_in(
    blocks: Sequence[SyntaxTreeNode], least: int = 2, *, is_announced: bool = False
) -> tuple[list[PageSection], list[SyntaxTreeNode]]:
    """Return the records of blocks, and the blocks that don't contain any.

    Args:
        blocks: the blocks of a section.
        least: how many elements make a list of records.
        is_announced: whether a heading says that partners follow. Otherwise, most names must be
            like the domains of their addresses.
    """
    needed = Evidence(least, is_announced=is_announced)
    led_in = Evidence(1 if is_announced else 2, is_announced=True)
    records: list[PageSection] = []
    others: list[SyntaxTreeNode] = []
    before: SyntaxTreeNode | None = None
    for block in blocks:
        found = _records_of(block, led_in if _leads_in(before) else needed)
        before = block
        records += found
        if found and block.type == "table":
            others.append(_header_of(block))
        elif not found:
            others.append(block)
    paragraphs, others = _of_paragraphs(others, needed)
    return sorted([*records, *paragraphs], key=lambda each: each.lines), others


def _leads_in(block: SyntaxTreeNode | None) -> bool:
    """Return whether a block is a sentence that says that partners follow."""
    text = line_of(block).text if block and block.type == "paragraph" else ""
    return text.endswith(":") and names_partners(text)


def holds_records(blocks: Sequence[SyntaxTreeNode]) -> bool:
    """Return whether any of the blocks contains records."""
    return bool(records_in(blocks)[0])


def _records_of(block: SyntaxTreeNode, needed: Evidence) -> list[PageSection]:
    if block.type == "table":
        return _of_rows(rows_of(block), needed)
    if block.type in LISTS:
        return _of_elements(block, needed)
    return _of_lines(block, needed) if block.type == "paragraph" else []


def _of_lines(block: SyntaxTreeNode, needed: Evidence) -> list[PageSection]:
    """Return the records of a paragraph: one per line, or per link if it consists of links."""
    lines = read_lines(block)
    links = [
        Line(line.lines, (each,)) for line in lines for each in line.tokens if each.type == "link"
    ]
    is_grid = len(links) > len(lines) and not any(line.beside_links for line in lines)
    if is_grid and (grid := _of_cells(links, needed)):
        return grid
    named = [pair for line in lines if (pair := split_record(line))]
    found = [record_section(name, facts_of(rest)) for name, rest in named]
    is_one_each = 1 < len(lines) == len(found)
    return found if is_one_each and needed.accepts(found, len(lines)) else []


def _of_rows(rows: Sequence[Sequence[Line]], needed: Evidence) -> list[PageSection]:
    """Return the records of a table: one per row, or per cell if all are linked names."""
    if grid := _of_cells([cell for row in rows for cell in row if cell.tokens], needed):
        return grid
    header, *body = rows
    column = _name_column(header, body)
    if column is None:
        return []
    found = []
    for row in body:
        if column < len(row) and (named := _cell_name(row[column], header[column].text)):
            labels = zip(header, row, strict=False)
            facts = [_labeled(*pair) for n, pair in enumerate(labels) if n != column]
            found.append(record_section(named[0], facts_of(named[1], *facts)))
    titles = {part_of(cell.text) for cell in header}
    is_announced = names_partners(header[column].text)
    is_certain = is_announced and not titles.isdisjoint(TELLING)
    needed = Evidence(
        1 if is_announced else 2 if needed.is_announced else FEW,
        is_announced=is_announced or needed.is_announced,
    )
    return found if is_certain or needed.accepts(found, len(body)) else []


def _of_cells(cells: Sequence[Line], needed: Evidence) -> list[PageSection]:
    found = []
    for cell in cells:
        named = split_record(cell)
        if not named or named[1].text:
            return []
        found.append(record_section(named[0], ()))
    return found if needed.accepts(found, len(cells)) else []


def _header_of(table: SyntaxTreeNode) -> SyntaxTreeNode:
    cells = rows_of(table)[0]
    text = Token("text", "", 0, content=" | ".join(cell.text for cell in cells))
    return paragraph(Line(cells[0].lines, (text,)))


def _labeled(label: Line, cell: Line) -> Line:
    is_told = bool(label.text) and bool(cell.text or cell.addresses)
    return cell.with_label(label) if is_told else cell


def _name_column(header: Sequence[Line], rows: Sequence[Sequence[Line]]) -> int | None:
    """Return the first column of names, preferably one whose title says so."""
    columns = range(len(header))
    for column in sorted(columns, key=lambda n: (not _heads_names(header[n].text), n)):
        title = header[column].text
        named = [_cell_name(row[column], title) is not None for row in rows if column < len(row)]
        if 2 * sum(named) > len(named):
            return column
    return None


def _heads_names(title: str) -> bool:
    return names_partners(title) or is_name(title)


def _cell_name(cell: Line, title: str) -> tuple[Line, Line] | None:
    """Return the name in a cell, which may be long if its column says so, and the rest of it."""
    named = cell.split_name()
    if named is None and (_heads_names(title) or not is_sentence(name_of(cell))):
        named = cell, Line(cell.lines, ())
    return named if named and any(map(str.isalnum, name_of(named[0]))) else None


def _of_elements(block: SyntaxTreeNode, needed: Evidence) -> list[PageSection]:
    """Return the records of a list: one per element, or those of the lists below its elements."""
    heads = [(head, each) for each in block.children if (head := head_of(each))]
    is_labeled = 2 * sum(is_name(head.label) for head, _ in heads) > len(heads)
    found = [record for head, each in heads if (record := _record(head, below_head(each)))]
    if (Evidence(is_announced=True) if is_labeled else needed).accepts(found, len(block.children)):
        return found
    below = [inner for each in block.children for inner in below_head(each) if inner.type in LISTS]
    return [record for inner in below for record in _of_elements(inner, needed)]


def _of_paragraphs(
    blocks: Sequence[SyntaxTreeNode], needed: Evidence
) -> tuple[list[PageSection], list[SyntaxTreeNode]]:
    """Return the records that start with a paragraph, and the other blocks."""
    found: list[PageSection] = []
    others: list[SyntaxTreeNode] = []
    for block in blocks:
        record = _record(line_of(block)) if block.type == "paragraph" else None
        if record:
            found.append(record)
        elif found and block.type in {"paragraph", *LISTS}:
            found[-1].blocks.append(block)
        else:
            others.append(block)
    return (found, others) if needed.accepts(found, len(found)) else ([], list(blocks))


def _record(head: Line, below: Sequence[SyntaxTreeNode] = ()) -> PageSection | None:
    """Return the record that starts with labeled lines, a term to define, or a name."""
    lines = list(lines_in(head.tokens, head.lines))
    if labeled := labeled_lines(lines):
        return record_section(labeled[0], [*labeled[1], *below])
    if lines[1:] and not lines[0].has_mark and all(each.text.startswith(":") for each in lines[1:]):
        facts = facts_of(*(each.split_at(0)[1] for each in lines[1:]))
        return record_section(lines[0], [*facts, *below])
    named = split_record(head)
    if not named and any(map(is_telling, below)) and not is_sentence(head.text):
        named = head, Line(head.lines, ())
    return record_section(named[0], [*facts_of(named[1]), *below]) if named else None
