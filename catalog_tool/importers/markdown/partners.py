"""Finds the sections of a page that are partners, and the rest of the text.

A section is a partner if it contains a part of an entry: a heading such as *Contact information*,
or a line such as ``Website: https://…``. A section that contains partners is not a partner. A
section between two partners is a partner, even if it contains little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.document import MarkdownPage
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.nodes import LISTS, head_of, read_lines
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.words import (
    Part,
    is_about_the_catalog,
    is_how_to,
    is_partner_file,
    is_to_fill_in,
    part_of,
    words_of,
)
from catalog_tool.importers.result import Import, ImportedPartner, ImportMessage, Lines

_TELLING = frozenset({Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS})


def partners_in(page: PageSection) -> list[PageSection]:
    """Return the sections of a page that are partners, in the order of the page."""
    return _partners(page) or _bare_partners(page)


def with_remainder(
    partners: Iterable[ImportedPartner], page: PageSection, document: MarkdownPage
) -> Import:
    """Return the partners of a page, with every line outside of them."""
    read = tuple(partners)
    taken = {partner.lines for partner in read}
    left_out = [*document.left_out, *_left_out(page, taken, document)]
    covered = [*taken, *(remark.lines for remark in (*left_out, *document.changes))]
    left_out += _unread_lines(covered, document)
    return Import(read, document.changes, tuple(sorted(left_out, key=lambda each: each.lines)))


def _partners(section: PageSection) -> list[PageSection]:
    """Return the partners at or below a section."""
    if section.heading and (is_to_fill_in(section.title) or is_how_to(section.title)):
        return []
    below = [_partners(child) for child in section.sections]
    found = [partner for each in below for partner in each]
    is_one = section.heading is not None and not _is_part(section) and _has_evidence(section)
    if is_one and not _holds(section, found):
        return [section]
    if not found:
        return []
    places = [position for position, each in enumerate(below) if each]
    return [
        partner
        for position, child in enumerate(section.sections)
        for partner in below[position] or _between(child, places, position)
    ]


def _between(child: PageSection, places: list[int], position: int) -> list[PageSection]:
    """Return the section if its position makes it a partner."""
    is_between = places[0] < position < places[-1]
    has_text = bool(child.blocks or child.sections)
    is_partner = is_between and has_text and not is_about_the_catalog(child.title)
    return [child] if is_partner and not is_to_fill_in(child.title) else []


def _bare_partners(section: PageSection) -> list[PageSection]:
    """Return sections that are partners only because of the heading above them."""
    if section.heading and is_partner_file(section.title):
        found = [child for child in section.sections if not is_about_the_catalog(child.title)]
        if found:
            return [child for child in found if child.blocks or child.sections]
    return [partner for child in section.sections for partner in _bare_partners(child)]


def _holds(section: PageSection, found: list[PageSection]) -> bool:
    """Return whether a section contains partners, and not products of one partner."""
    if len(found) > 1 and (is_partner_file(section.title) or not _has_parts(section)):
        return True
    return any(map(_has_parts, found))


def _is_part(section: PageSection) -> bool:
    return part_of(section.title) is not None and not any(map(_has_parts, section.sections))


def _has_evidence(section: PageSection) -> bool:
    return _has_parts(section) or any(map(_is_telling, section.blocks))


def _has_parts(section: PageSection) -> bool:
    """Return whether a section has a part as a heading; a section about the catalog needs two."""
    names = words_of(section.title)
    parts = {part_of(child.title, names) for child in section.sections}
    if is_about_the_catalog(section.title) and part_of(section.title) is None:
        return len(parts & _TELLING) > 1
    return bool(parts & {*_TELLING, Part.DESCRIPTION})


def _is_telling(block: SyntaxTreeNode) -> bool:
    if block.type in LISTS:
        return any(line and _is_telling_line(line) for line in map(head_of, block.children))
    return block.type == "paragraph" and any(map(_is_telling_line, read_lines(block)))


def _is_telling_line(line: Line) -> bool:
    part = part_of(line.label)
    has_names = part is Part.APPLICATIONS and line.has_mark and bool(line.rest)
    return has_names or (part in _TELLING and bool(line.addresses))


def _left_out(
    section: PageSection, taken: set[Lines], document: MarkdownPage
) -> Iterator[ImportMessage]:
    """Yield the sections that are not partners, each without its subsections."""
    if section.heading and section.lines in taken:
        return
    for lines in _runs(section, taken):
        yield ImportMessage(lines, document.excerpt(lines), _reason(section, taken))
    for child in section.sections:
        yield from _left_out(child, taken, document)


def _runs(section: PageSection, taken: set[Lines]) -> Iterator[Lines]:
    """Yield the lines of a section without its subsections, joined if no partner is between."""
    run: Lines | None = None
    for lines in section.own_lines():
        if run and any(run.last < partner.first <= lines.first for partner in taken):
            yield run
            run = None
        run = Lines(run.first if run else lines.first, lines.last)
    if run:
        yield run


def _reason(section: PageSection, taken: set[Lines]) -> str:
    if section.heading is None:
        return "Text before the first heading."
    if is_to_fill_in(section.title):
        return "A template to fill in, not a partner."
    if any(
        lines.first > section.lines.first and lines.last <= section.lines.last for lines in taken
    ):
        return "This text isn't about a specific partner."
    return "Not a partner, because it has no website, contact, or applications."


def _unread_lines(covered: list[Lines], document: MarkdownPage) -> Iterator[ImportMessage]:
    """Yield each line outside of all blocks, such as a construct without visible text."""
    read = {number for lines in covered for number in range(lines.first, lines.last + 1)}
    for number in document.written(Lines(1, len(document.lines))):
        if number not in read:
            lines = Lines(number, number)
            yield ImportMessage(
                lines, document.excerpt(lines).strip(), "Markdown doesn't show this line."
            )
