"""Finds records in the blocks of a section: what repeats with the same shape is a record.

A record is a row of a table, an element of a list, or a paragraph that starts with a name. Most
records of a block must have a web address, and most addresses must belong to different owners, so
that a list of pages of one site isn't a list of partners. A record becomes a section: its name is
the heading, and everything else about it follows as labeled lines and text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.evidence import TELLING, Evidence, has_labels
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.names import is_sentence
from catalog_tool.importers.markdown.nodes import (
    LISTS,
    below_head,
    head_of,
    line_of,
    paragraph,
    read_lines,
    rows_of,
)
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.markdown.words import names_partners, part_of
from catalog_tool.importers.result import Lines

_BEFORE_SITE = re.compile(r"(?:\s-|[:–—])\s*\Z")
_BADGE = re.compile(
    r"badge|shields?\b|travis|codecov|coveralls|appveyor|workflows|readthedocs|gitter|\bstatus\b",
    re.IGNORECASE,
)
_LOGO = re.compile(r"\s*\b(?:logo|icon|image|picture)\b\s*", re.IGNORECASE)


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
    records: list[PageSection] = []
    others: list[SyntaxTreeNode] = []
    paragraphs = _paragraph_records(blocks, needed)
    taken = {id(block) for record in paragraphs for block in record.source}
    for block in blocks:
        found = _records_of(block, needed)
        records += found
        if found and block.type == "table":
            others.append(_header_of(block))
        elif not found and id(block) not in taken:
            others.append(block)
    records += [record.section() for record in paragraphs]
    return sorted(records, key=lambda each: each.lines), others


def holds_records(blocks: Sequence[SyntaxTreeNode]) -> bool:
    """Return whether any of the blocks contains records."""
    return bool(records_in(blocks)[0])


def name_of(line: Line) -> str:
    """Return the text of a name: its words, or those of its picture without *logo*.

    A badge is no name.
    """
    inner = (token for link in line.tokens for token in (link, *(link.children or ())))
    if any(_BADGE.search(str(each.attrs["src"])) for each in inner if each.type == "image"):
        return ""
    pictures = (token.content for token in line.tokens if token.type == "image")
    return _LOGO.sub(" ", line.words or " ".join(pictures)).strip(" :-–—")


def _section(name: Line, facts: Sequence[SyntaxTreeNode]) -> PageSection:
    token = Token("text", "", 0, content=name_of(name))
    links = [each for each in name.tokens if each.type == "link"]
    heading = Line(name.lines, name.tokens if links and name.words else (*links, token))
    return PageSection(paragraph(heading), RECORD, list(facts))


def _facts(*lines: Line) -> list[SyntaxTreeNode]:
    return [paragraph(line) for line in lines if line.text or line.addresses]


def _records_of(block: SyntaxTreeNode, needed: Evidence) -> list[PageSection]:
    if block.type == "table":
        return _of_rows(rows_of(block), needed)
    if block.type in LISTS:
        return _of_elements(block, needed)
    lines = read_lines(block) if block.type == "paragraph" else []
    pairs = (line.split_name() for line in lines)
    names = [pair if pair and name_of(pair[0]) else None for pair in pairs]
    if len(lines) > 1 and all(names):
        found = [_section(pair[0], _facts(pair[1])) for pair in names if pair]
        return found if needed.accepts(found, len(lines)) else []
    return []


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
        if column < len(row) and (named := _cell_name(row[column])):
            labels = zip(header, row, strict=False)
            facts = [_labeled(*pair) for n, pair in enumerate(labels) if n != column]
            found.append(_section(named[0], _facts(named[1], *facts)))
    titles = {part_of(cell.text) for cell in header}
    is_announced = names_partners(header[column].text)
    is_certain = is_announced and not titles.isdisjoint(TELLING)
    needed = Evidence(1 if is_announced else 2, is_announced=is_announced or needed.is_announced)
    return found if is_certain or needed.accepts(found, len(body)) else []


def _of_cells(cells: Sequence[Line], needed: Evidence) -> list[PageSection]:
    pairs = [cell.split_name() for cell in cells]
    found = [_section(pair[0], ()) for pair in pairs if pair and not pair[1].text]
    is_grid = len(found) == len(cells) and not any(part_of(each.title) for each in found)
    return found if is_grid and needed.accepts(found, len(cells)) else []


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
    for column in sorted(columns, key=lambda n: (not names_partners(header[n].text), n)):
        cells = [row[column] for row in rows if column < len(row)]
        if cells and 2 * sum(_cell_name(cell) is not None for cell in cells) > len(cells):
            return column
    return None


def _cell_name(cell: Line) -> tuple[Line, Line] | None:
    """Return the name in a cell, and the rest of the cell."""
    named = cell.split_name()
    if named is None and not is_sentence(name_of(cell)):
        named = cell, Line(cell.lines, ())
    return named if named and any(map(str.isalnum, name_of(named[0]))) else None


def _of_elements(block: SyntaxTreeNode, needed: Evidence) -> list[PageSection]:
    """Return the records of a list: one per element, or those of the lists below its elements."""
    found = [record for element in block.children if (record := _element(element))]
    if needed.accepts(found, len(block.children)):
        return found
    below = [inner for each in block.children for inner in below_head(each) if inner.type in LISTS]
    return [record for inner in below for record in _of_elements(inner, needed)]


def _element(element: SyntaxTreeNode) -> PageSection | None:
    head, below = head_of(element), below_head(element)
    if head is None:
        return None
    named = head.split_name() or _before_site(head)
    if named is None and has_labels(below) and not is_sentence(head.text):
        named = head, Line(head.lines, ())
    if named is None or not name_of(named[0]) or part_of(name_of(named[0])):
        return None
    return _section(named[0], [*_facts(named[1]), *below])


def _before_site(line: Line) -> tuple[Line, Line] | None:
    """Split ``Name – https://…`` into the name and the address."""
    position = next((n for n, token in enumerate(line.tokens) if token.type == "link"), 0)
    before = line.tokens[position - 1] if position else None
    if not before or before.type != "text" or not _BEFORE_SITE.search(before.content):
        return None
    name = before.copy(content=_BEFORE_SITE.sub("", before.content))
    named = Line(line.lines, (*line.tokens[: position - 1], name))
    site = Line(line.lines, line.tokens[position:])
    return None if is_sentence(named.text) else (named, site)


@dataclass(slots=True)
class _Opened:
    """A record that starts with a paragraph, and the blocks of the page that it consists of."""

    name: Line
    facts: list[SyntaxTreeNode]
    source: list[SyntaxTreeNode]

    def section(self) -> PageSection:
        return _section(self.name, [*self.facts, *self.source[1:]])


def _paragraph_records(blocks: Sequence[SyntaxTreeNode], needed: Evidence) -> list[_Opened]:
    """Return the records that start with a paragraph."""
    found: list[_Opened] = []
    for block in blocks:
        opened = _open(block) if block.type == "paragraph" else None
        if opened:
            found.append(opened)
        elif found and block.type in {"paragraph", *LISTS}:
            found[-1].source.append(block)
    return found if needed.accepts([each.section() for each in found], len(found)) else []


def _open(block: SyntaxTreeNode) -> _Opened | None:
    first, *others = read_lines(block) or [Line(Lines(1, 1), ())]
    if others and not first.has_mark and all(line.text.startswith(":") for line in others):
        facts = [line.split_at(0)[1] for line in others]
        return _Opened(first, _facts(*facts), [block])
    named = line_of(block).split_name()
    if named is None or not name_of(named[0]) or part_of(name_of(named[0])):
        return None
    return _Opened(named[0], _facts(named[1]), [block])
