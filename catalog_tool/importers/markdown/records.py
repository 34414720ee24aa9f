"""Finds records in the blocks of a section: what repeats with the same shape is a record.

A record is a row of a table, an element of a list, or a paragraph that starts with a name. Most
records of a block must have a web address, and most addresses must belong to different owners, so
that a list of pages of one site isn't a list of partners. A record becomes a section: its name is
the heading, and everything else about it follows as labeled lines and text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from catalog_tool.importers.markdown import words
from catalog_tool.importers.markdown.blocks import Block, lines_in, paragraph
from catalog_tool.importers.markdown.evidence import (
    ANNOUNCED,
    IN_TABLE,
    UNANNOUNCED,
    Evidence,
    is_telling,
)
from catalog_tool.importers.markdown.line import Line, name_of
from catalog_tool.importers.markdown.names import is_sentence
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.markdown.words import words_of
from catalog_tool.text.markup.tokens import shown, text_token
from catalog_tool.text.phrases import first_sentence

_BEFORE_SITE = re.compile(r"(?:\s-|[:–—(,])\s*\Z")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+(?!\S)")
"""A name for programs; another column may have the one for people."""
_ARTICLES = frozenset({"a", "an", "the"})
_Named = tuple[Line, Line]


def records_in(
    blocks: Sequence[Block], needed: Evidence = UNANNOUNCED
) -> tuple[list[PageSection], list[Block]]:
    """Return the records of the blocks of a section, and the blocks that don't contain any."""
    records: list[PageSection] = []
    others: list[Block] = []
    before = ""
    for block in blocks:
        # A sentence such as "The following companies use it" says that partners follow.
        leads = before.endswith(":") or "following" in words_of(before)
        evidence = ANNOUNCED if leads and words.names_partners(before) else needed
        if evidence not in block.known:
            block.known[evidence] = _records_of(block, evidence)
        found = block.known[evidence]
        before = block.line.text if block.is_text else ""
        records += found
        if found and block.kind == "table":
            titles = " | ".join(cell.text for cell in block.rows[0])
            others.append(paragraph(Line(block.children[0].lines, (text_token(titles),))))
        elif not found:
            others.append(block)
    paragraphs, others = _of_paragraphs(others, needed)
    return sorted([*records, *paragraphs], key=lambda each: each.lines), others


def _records_of(block: Block, needed: Evidence) -> list[PageSection]:
    if block.kind == "table":
        return _of_rows(block.rows, needed)
    if block.is_list:
        return _of_elements(block, needed)
    return _of_lines(block.text_lines, needed) if block.is_text else []


def _record(name: Line, facts: Sequence[Block | Line]) -> PageSection:
    """Return a record as a section; each line that says something becomes a paragraph."""
    tokens = name.tokens if name.links and name.words else (*name.links, text_token(name_of(name)))
    blocks = [
        paragraph(fact) if isinstance(fact, Line) else fact
        for fact in facts
        if isinstance(fact, Block) or fact.text or fact.addresses
    ]
    return PageSection(paragraph(Line(name.lines, tokens)), RECORD, blocks)


def _of_lines(lines: Sequence[Line], needed: Evidence) -> list[PageSection]:
    """Return the records of a paragraph: one per line, or per link if it consists of links."""
    links = [Line(line.lines, (link,)) for line in lines for link in line.links]
    beside = (each for line in lines for each in line.tokens if each.type != "link")
    if len(links) > len(lines) and not shown(beside) and (grid := _of_cells(links, needed)):
        return grid
    found = [_record(named[0], named[1:]) for line in lines if (named := _split_record(line))]
    return found if 1 < len(lines) == len(found) and needed.accepts(found, len(lines)) else []


def _of_rows(rows: Sequence[Sequence[Line]], needed: Evidence) -> list[PageSection]:
    """Return the records of a table: one per row, or per cell if all are linked names."""
    if grid := _of_cells([cell for row in rows for cell in row if cell.tokens], needed):
        return grid
    header, *body = rows
    titles = [cell.text for cell in header]
    half = len(titles) // 2
    if any(titles) and titles[:half] == titles[half:]:  # two records in a row
        header, body = header[:half], [part for row in body for part in (row[:half], row[half:])]
    if (column := _name_column(header, body)) is None:
        return []
    found = []
    for row in body:
        if column < len(row) and (named := _cell_name(row[column], header[column].text)):
            facts = [
                cell.with_label(title) if title.text and (cell.text or cell.addresses) else cell
                for n, (title, cell) in enumerate(zip(header, row, strict=False))
                if n != column
            ]
            found.append(_record(named[0], [named[1], *facts]))
    keys = {"website" if title.lower() == "link" else words.CORE.key_of(title) for title in titles}
    is_announced = words.names_partners(header[column].text) or (
        _heads_names(header[column].text) and "website" in keys
    )
    needed = ANNOUNCED if is_announced or needed.is_announced else IN_TABLE
    return found if needed.accepts(found, len(body)) else []


def _of_cells(cells: Sequence[Line], needed: Evidence) -> list[PageSection]:
    found = []
    for cell in cells:
        named = _split_record(cell)
        if not named or named[1].text:
            return []
        if any(each.is_outside for each in cell.addresses):  # unlike *Become a sponsor*
            found.append(_record(named[0], ()))
    return found if needed.accepts(found, len(cells)) else []


def _name_column(header: Sequence[Line], rows: Sequence[Sequence[Line]]) -> int | None:
    """Return the first column of names, preferably one whose title says so."""
    titles = [cell.text for cell in header]
    columns = {n: [row[n] for row in rows if n < len(row)] for n in range(len(titles))}

    def rank(column: int) -> tuple[bool, bool, int]:
        slugs = sum(bool(_SLUG.match(cell.text)) for cell in columns[column])
        return not _heads_names(titles[column]), 2 * slugs > len(columns[column]), column

    for column in sorted(columns, key=rank):
        named = [_cell_name(cell, titles[column]) for cell in columns[column]]
        if 2 * len(list(filter(None, named))) > len(named):
            return column
    return None


def _heads_names(title: str) -> bool:
    return words.names_partners(title) or words.is_name(title)


def _cell_name(cell: Line, title: str) -> _Named | None:
    """Return the name in a cell, which may be long if its column says so, and the rest of it."""
    named = cell.split_name()
    if named is None and (_heads_names(title) or not is_sentence(name_of(cell))):
        named = cell, Line(cell.lines, ())
    is_letter = str.isalnum if _heads_names(title) else str.isalpha  # unlike a number of a row
    return named if named and any(map(is_letter, name_of(named[0]))) else None


def _of_elements(block: Block, needed: Evidence) -> list[PageSection]:
    """Return the records of a list: one per element, or those of the lists below its elements."""
    heads = [(head, each.below) for each in block.children if (head := each.head)]
    found = [record for head, below in heads if (record := _starting_with(head, below))]
    is_labeled = 2 * sum(words.is_name(head.label) for head, _ in heads) > len(heads)
    if (ANNOUNCED if is_labeled else needed).accepts(found, len(block.children)):
        outside = [record for record in found if record.outside]
        # Among many pages of the same site, only the other sites are partners for sure.
        return outside if 2 * len(outside) < len(block.children) else found
    is_bare = len(heads) > 1 and all(head.addresses and not head.words for head, _ in heads)
    if needed.is_announced and is_bare:
        # Addresses without names are named after their owners.
        owners = [text_token(head.addresses[0].owner or head.text) for head, _ in heads]
        named = zip(owners, heads, strict=True)
        found = [_record(Line(head.lines, (owner, *head.tokens)), ()) for owner, (head, _) in named]
        return found if needed.accepts(found, len(block.children)) else []
    below = [inner for each in block.children for inner in each.below if inner.is_list]
    return [record for inner in below for record in _of_elements(inner, needed)]


def _of_paragraphs(
    blocks: Sequence[Block], needed: Evidence
) -> tuple[list[PageSection], list[Block]]:
    """Return the records that start with a paragraph, and the other blocks."""
    found: list[PageSection] = []
    others: list[Block] = []
    is_one = False
    for block in blocks:
        record = _starting_with(block.line) if block.is_text else None
        # A logo, and then a paragraph that starts with the name: "**Contoso** connects ..."
        is_same = record and found and not record.outside and not found[-1].blocks
        if record and not is_same:
            # A sentence can also start with a name: "Contoso told us about it."
            is_apart = block.line.has_mark or block.text_lines[0].text == record.title
            is_one = not found and is_apart and record.is_named_like_site
            found.append(record)
        elif found and (block.is_text or block.is_list):
            found[-1].blocks.append(block)
        else:
            others.append(block)
    if not is_one or len(found) > 1:
        needed = replace(needed, least=max(2, needed.least))
    return (found, others) if needed.accepts(found, len(found)) else ([], list(blocks))


def _starting_with(head: Line, below: Sequence[Block] = ()) -> PageSection | None:
    """Return the record that starts with labeled lines, a term to define, or a name."""
    lines = lines_in(head)
    if len(lines) > 1 and words.is_name(lines[0].label) and lines[1].has_mark:
        starts = [n for n, line in enumerate(lines) if n and line.has_mark]
        runs = (lines[start:end] for start, end in pairwise([*starts, len(lines)]))
        return _record(lines[0].value, [*(paragraph(*run) for run in runs), *below])
    if lines[1:] and not lines[0].has_mark and all(each.text.startswith(":") for each in lines[1:]):
        return _record(lines[0], [*(each.split_at(0)[1] for each in lines[1:]), *below])
    named = _split_record(head)
    if not named and any(map(is_telling, below)) and not is_sentence(head.text):
        named = head, Line(head.lines, ())
    return _record(named[0], [named[1], *below]) if named else None


def _split_record(line: Line) -> _Named | None:
    """Split a line into the name of a record, which is linked, strong, or before an address.

    Returns:
        ``None`` if the line doesn't start with a name, or with a label such as *Website*.
    """
    if line.tokens[1:] and line.tokens[0].content.strip().lower() in _ARTICLES:
        line = Line(line.lines, line.tokens[1:])
    named = line.split_name() or _before_site(line)
    is_named = named and name_of(named[0]) and not words.CORE.key_of(name_of(named[0]))
    return named if is_named else None


def _before_site(line: Line) -> _Named | None:
    """Split ``Name – https://…`` into the name with its address, and the rest."""
    position = next((n for n, token in enumerate(line.tokens) if token.type == "link"), 0)
    before = line.tokens[position - 1] if position else None
    if not before or before.type != "text":
        return None
    name = text_token(_BEFORE_SITE.sub("", before.content))
    tokens = *line.tokens[: position - 1], name
    site = Line(line.lines, line.tokens[position : position + 1])
    text = shown(tokens)
    is_end = not site.words and len(line.tokens) == position + 1
    is_apart = name.content != before.content or (is_end and text[:1].isupper())
    is_one = first_sentence(text) == text and not is_sentence(text)
    if not is_apart or not is_one or words.says_nothing(text):
        return None
    is_like = site.addresses[0].is_like
    if words.says_nothing(site.words, words_of(text)) or is_like(text) or not is_like(site.words):
        if site.words:
            return Line(line.lines, tokens), Line(line.lines, line.tokens[position:])
        return Line(line.lines, (*tokens, *site.tokens)), line.split_at(position + 1)[1]
    return site, Line(line.lines, (*tokens, *line.tokens[position + 1 :]))  # *Feature – Sponsor*
