"""Finds records in the blocks of a section: what repeats with the same shape is a record.

A record is a row of a table, an element of a list, or a paragraph that starts with a name. Most
records of a block must have a web address, and most addresses must belong to different owners, so
that a list of pages of one site isn't a list of partners.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from catalog_tool.importers import words
from catalog_tool.importers.markdown.blocks import Block, paragraph
from catalog_tool.importers.markdown.evidence import (
    ANNOUNCED,
    UNANNOUNCED,
    Evidence,
)
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.record_names import (
    make_record,
    split_record,
    starting_with,
    with_names_beside,
)
from catalog_tool.importers.markdown.tables import Reading, records_of_cells, records_of_rows
from catalog_tool.importers.words import words_of
from catalog_tool.text.markup.tokens import shown, text_token

_SEPARATORS = re.compile(r"(?:[\W_]|\b(?:and|e|en|et|oder|or|und|y)\b)*", re.IGNORECASE)
"""What can be between links, such as in *Contoso, Fabrikam and Litware*."""


def records_in(
    blocks: Sequence[Block], needed: Evidence = UNANNOUNCED, *, is_group: bool = False
) -> tuple[list[PageSection], list[Block]]:
    """Return the records of the blocks of a section, and the blocks that don't contain any.

    Args:
        blocks: the blocks.
        needed: what records must tell.
        is_group: whether the heading above is one of a group, so a single logo is a record, too.
    """
    records: list[PageSection] = []
    others: list[Block] = []
    before = ""
    for block in chain.from_iterable(map(_without_frame, blocks)):
        # A sentence such as "The following companies use it" says that partners follow.
        leads = before.endswith(":") or "following" in words_of(before)
        evidence = ANNOUNCED if leads and words.names_partners(before) else needed
        found = _records_of(block, evidence)
        before = block.line.text
        records += found
        if found and block.kind == "table":
            titles = " | ".join(cell.text for cell in block.rows[0])
            others.append(paragraph(Line(block.children[0].lines, (text_token(titles),))))
        elif not found:
            others.append(block)
    paragraphs, others = _of_paragraphs(others, needed, is_group=is_group)
    return sorted([*records, *paragraphs], key=lambda each: each.lines), others


def _without_frame(block: Block) -> list[Block]:
    """Return a table that is only a frame around lines or logos as paragraphs."""
    header, *rows = block.rows if block.kind == "table" else [[]]
    cells = [cell for row in (header, *rows) for cell in row if cell.tokens]
    logos = [cell for cell in cells if cell.has_picture and cell.links]
    texts = [cell for cell in cells if cell not in logos]
    if texts and len(logos) > len(texts):
        return [paragraph(*logos), paragraph(*texts)]
    lines = [cell for row in rows for cell in row if cell.tokens]
    is_frame = len(header) == 1 and not header[0].tokens and bool(lines)
    return [paragraph(*lines) if is_frame and not records_of_cells(lines) else block]


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


def _readings(block: Block, needed: Evidence) -> Iterator[Reading]:
    if block.kind == "table":
        cells = [cell for row in block.rows for cell in row if cell.tokens]
        yield records_of_cells(cells), len(cells), needed
        yield from records_of_rows(block.rows, needed)
    elif block.is_list:
        yield from _of_elements(block, needed)
    elif block.is_text:
        yield from _of_lines(block.text_lines, needed)


def _of_lines(lines: Sequence[Line], needed: Evidence) -> Iterator[Reading]:
    """Yield the records of a paragraph: one per link if it consists of links, or one per line."""
    links = [Line(line.lines, (link,)) for line in lines for link in line.links]
    told = (line.value if line.has_mark else line for line in lines)
    beside = shown(each for line in told for each in line.tokens if each.type != "link")
    if len(links) > 1 and len(links) >= len(lines) and _SEPARATORS.fullmatch(beside):
        yield records_of_cells(links), len(links), needed
    found = [make_record(named[0], named[1:]) for line in lines if (named := split_record(line))]
    are_alike = len({bool(line.text) for line in lines}) == 1  # unlike a logo above its name
    if 1 < len(lines) == len(found) and are_alike:
        yield found, len(lines), needed


def _of_elements(block: Block, needed: Evidence) -> Iterator[Reading]:
    """Yield the records of a list: one per element; addresses are named after their owners."""
    parts = [(head, each.below) for each in block.children if (head := each.head)]
    if len(parts) > 1 and all(head.addresses and not head.words for head, _ in parts):
        parts = [(_after_owner(head), below) for head, below in parts]
    found = [record for each in parts if (record := starting_with(*_below_picture(*each)))]
    yield found, len(block.children), needed


def _after_owner(line: Line) -> Line:
    owner = text_token(line.addresses[0].owner or line.text)
    return Line(line.lines, (owner, *line.tokens))


def _below_picture(head: Line, below: Sequence[Block]) -> tuple[Line, Sequence[Block]]:
    """Return the line that an element starts with, which can be below a picture, and the rest."""
    first = next((each for each in below if each.is_text), None)
    if first is None or head.text or head.addresses:
        return head, below
    return first.line, [paragraph(head), *(each for each in below if each is not first)]


def _of_paragraphs(
    blocks: Sequence[Block], needed: Evidence, *, is_group: bool
) -> tuple[list[PageSection], list[Block]]:
    """Return the records that start with a paragraph, and the other blocks.

    What is below a record is about it, up to a horizontal line.
    """
    found: list[PageSection] = []
    others: list[Block] = []
    below: list[Block] = []
    is_one = is_open = False
    for block in with_names_beside(blocks):
        is_open = is_open and block.kind != "hr"
        record = _starting(block)
        # A logo, and then a paragraph that starts with the name: "**Contoso** connects ..."
        is_above_text = bool(found) and not (found[-1].blocks or below)
        if record and (record.outside or not is_above_text):
            is_one = not found and _is_apart(record, block, others[-2:], is_group=is_group)
            is_open = True
            if below:
                found[-1].blocks += below
            below = []
            found.append(record)
        elif is_open and (block.is_text or block.is_list):
            below.append(block)
        else:
            others.append(block)
    if found[1:] and not any(each.blocks for each in found[:-1]):
        others += below  # Only names or logos, so a text below the last one is about none of them.
    elif below:
        found[-1].blocks += below
    if not is_one:
        needed = replace(needed, least=max(2, needed.least))
    return (found, others) if needed.accepts(found, len(found)) else ([], list(blocks))


def _starting(block: Block) -> PageSection | None:
    record = starting_with(block.line)
    return record if record and not _links_inside(record) else None


def _is_apart(record: PageSection, block: Block, above: Sequence[Block], *, is_group: bool) -> bool:
    """Return whether the only record is more than a sentence: "Contoso told us about it."."""
    logo = block.line
    is_logo = is_group and logo.has_picture and not logo.is_named_after_file
    is_below_picture = any(map(_is_picture, [each for each in above if each.kind != "hr"][-1:]))
    is_name = logo.has_mark or block.text_lines[0].text == record.title or is_below_picture
    return is_name and (is_logo or record.is_named_like_site)


def _is_picture(block: Block) -> bool:
    """Return whether a paragraph is only a picture without a link."""
    return block.is_text and block.line.has_picture and not (block.line.words or block.line.links)
