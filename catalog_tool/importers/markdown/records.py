"""Finds records in the blocks of a section: what repeats with the same shape is a record.

A record is a row of a table, an element of a list, or a paragraph that starts with a name. Most
records of a block must have a web address, and most addresses must belong to different owners, so
that a list of pages of one site isn't a list of partners.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from catalog_tool.importers import words
from catalog_tool.importers.markdown.blocks import Block, paragraph
from catalog_tool.importers.markdown.evidence import (
    ANNOUNCED,
    IN_TABLE,
    NAMED,
    UNANNOUNCED,
    Evidence,
)
from catalog_tool.importers.markdown.line import Line, name_of
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.record_names import (
    Named,
    make_record,
    split_record,
    starting_with,
    with_names_beside,
)
from catalog_tool.importers.names import is_sentence
from catalog_tool.importers.words import words_of
from catalog_tool.text.markup.tokens import shown, text_token

_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+(?!\S)")
"""A name for programs; another column may have the one for people."""
_SEPARATORS = re.compile(r"(?:[\W_]|\b(?:and|e|en|et|oder|or|und|y)\b)*", re.IGNORECASE)
"""What can be between links, such as in *Contoso, Fabrikam and Litware*."""
_ONE = frozenset("adopter backer client member sponsor supporter user".split())
"""Titles of columns with one of those that a page can also mention beside its subject."""
_Reading = tuple[list[PageSection], int, Evidence]
"""Possible records of a block, of how many parts, and what they must tell."""


def records_in(
    blocks: Sequence[Block], needed: Evidence = UNANNOUNCED
) -> tuple[list[PageSection], list[Block]]:
    """Return the records of the blocks of a section, and the blocks that don't contain any."""
    records: list[PageSection] = []
    others: list[Block] = []
    before = ""
    for block in map(_without_frame, blocks):
        # A sentence such as "The following companies use it" says that partners follow.
        leads = before.endswith(":") or "following" in words_of(before)
        evidence = ANNOUNCED if leads and words.names_partners(before) else needed
        if evidence not in block.known:
            block.known[evidence] = _records_of(block, evidence)
        found = block.known[evidence]
        before = block.line.text
        records += found
        if found and block.kind == "table":
            titles = " | ".join(cell.text for cell in block.rows[0])
            others.append(paragraph(Line(block.children[0].lines, (text_token(titles),))))
        elif not found:
            others.append(block)
    paragraphs, others = _of_paragraphs(others, needed)
    return sorted([*records, *paragraphs], key=lambda each: each.lines), others


def _without_frame(block: Block) -> Block:
    """Return a table that is only a frame around lines, one below the other, as a paragraph."""
    header, *rows = block.rows if block.kind == "table" else [[]]
    lines = [cell for row in rows for cell in row if cell.tokens]
    is_frame = len(header) == 1 and not header[0].tokens and bool(lines)
    return paragraph(*lines) if is_frame and not _of_cells(lines) else block


def _records_of(block: Block, needed: Evidence) -> list[PageSection]:
    """Return the records of a block, or of the lists in it, as the first reading that tells enough.

    Among many pages of the same site, only other sites are partners for sure.
    """
    for read, count, evidence in _readings(block, needed):
        found = [each for each in read if not _links_inside(each)]
        if evidence.accepts(found, count):
            outside = [record for record in found if record.outside]
            return outside if 2 * len(outside) < count else found
    below = [inner for each in block.children for inner in each.below if inner.is_list]
    return [record for inner in below for record in _records_of(inner, needed)]


def _links_inside(record: PageSection) -> bool:
    """Return whether a record is only a page of the same site, such as *More about Contoso*."""
    addresses = record.heading.line.addresses if record.heading else ()
    return bool(addresses) and not record.outside


def _readings(block: Block, needed: Evidence) -> Iterator[_Reading]:
    if block.kind == "table":
        cells = [cell for row in block.rows for cell in row if cell.tokens]
        yield _of_cells(cells), len(cells), needed
        yield from _of_rows(block.rows, needed)
    elif block.is_list:
        yield from _of_elements(block, needed)
    elif block.is_text:
        yield from _of_lines(block.text_lines, needed)


def _of_lines(lines: Sequence[Line], needed: Evidence) -> Iterator[_Reading]:
    """Yield the records of a paragraph: one per link if it consists of links, or one per line."""
    links = [Line(line.lines, (link,)) for line in lines for link in line.links]
    told = (line.value if line.has_mark else line for line in lines)
    beside = shown(each for line in told for each in line.tokens if each.type != "link")
    if len(links) > 1 and len(links) >= len(lines) and _SEPARATORS.fullmatch(beside):
        yield _of_cells(links), len(links), needed
    found = [make_record(named[0], named[1:]) for line in lines if (named := split_record(line))]
    are_alike = len({bool(line.text) for line in lines}) == 1  # unlike a logo above its name
    if 1 < len(lines) == len(found) and are_alike:
        yield found, len(lines), needed


def _of_rows(rows: Sequence[Sequence[Line]], needed: Evidence) -> Iterator[_Reading]:
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


def _of_cells(cells: Sequence[Line]) -> list[PageSection]:
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


def _of_elements(block: Block, needed: Evidence) -> Iterator[_Reading]:
    """Yield the records of a list: one per element; addresses are named after their owners."""
    count = len(block.children)
    heads = [(head, each.below) for each in block.children if (head := each.head)]
    found = [record for each in heads if (record := starting_with(*_below_picture(*each)))]
    yield found, count, needed
    is_bare = len(heads) > 1 and all(head.addresses and not head.words for head, _ in heads)
    if is_bare:
        named = (
            Line(head.lines, (text_token(head.addresses[0].owner or head.text), *head.tokens))
            for head, _ in heads
        )
        yield [make_record(line, ()) for line in named], count, needed


def _below_picture(head: Line, below: Sequence[Block]) -> tuple[Line, Sequence[Block]]:
    """Return the line that an element starts with, which can be below a picture, and the rest."""
    first = next((each for each in below if each.is_text), None)
    if first is None or head.text or head.addresses:
        return head, below
    return first.line, [paragraph(head), *(each for each in below if each is not first)]


def _of_paragraphs(
    blocks: Sequence[Block], needed: Evidence
) -> tuple[list[PageSection], list[Block]]:
    """Return the records that start with a paragraph, and the other blocks."""
    found: list[PageSection] = []
    others: list[Block] = []
    is_one = False
    for block in with_names_beside(blocks):
        record = starting_with(block.line)
        if record and _links_inside(record):
            record = None
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
    if not is_one:
        needed = replace(needed, least=max(2, needed.least))
    return (found, others) if needed.accepts(found, len(found)) else ([], list(blocks))
