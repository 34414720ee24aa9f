"""Which sections of a page are partners, and what stands there besides.

A section is a partner if it has a part of an entry under it: a heading such as *Contact
information*, or a line such as ``Website: https://…``. A section that holds partners is none. A
section that stands between two partners is a partner too, however little it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.document import Document
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.nodes import LISTS, head_of, read_lines
from catalog_tool.importers.markdown.outline import Section
from catalog_tool.importers.markdown.words import (
    Part,
    is_about_the_catalog,
    is_how_to,
    is_partner_file,
    is_to_fill_in,
    part_of,
    words_of,
)
from catalog_tool.importers.result import Import, ImportedPartner, Lines, Remark

_TELLING = frozenset({Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS})


def partners_in(page: Section) -> list[Section]:
    """Return the sections of a page that are partners, in its order."""
    return _partners(page) or _bare_partners(page)


def with_remainder(
    partners: Iterable[ImportedPartner], page: Section, document: Document
) -> Import:
    """Return the partners of a page, with every line that belongs to none of them."""
    read = tuple(partners)
    taken = {partner.lines for partner in read}
    left_out = [*document.left_out, *_left_out(page, taken, document)]
    covered = [*taken, *(remark.lines for remark in (*left_out, *document.changes))]
    left_out += _rest(covered, document)
    return Import(read, document.changes, tuple(sorted(left_out, key=lambda each: each.lines)))


def _partners(section: Section) -> list[Section]:
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


def _between(child: Section, places: list[int], position: int) -> list[Section]:
    """Return a section itself if its place makes it a partner."""
    is_between = places[0] < position < places[-1]
    has_text = bool(child.blocks or child.sections)
    is_partner = is_between and has_text and not is_about_the_catalog(child.title)
    return [child] if is_partner and not is_to_fill_in(child.title) else []


def _bare_partners(section: Section) -> list[Section]:
    """Return sections that are partners only because the heading above them says so."""
    if section.heading and is_partner_file(section.title):
        found = [child for child in section.sections if not is_about_the_catalog(child.title)]
        if found:
            return [child for child in found if child.blocks or child.sections]
    return [partner for child in section.sections for partner in _bare_partners(child)]


def _holds(section: Section, found: list[Section]) -> bool:
    """Whether what was found below a section is partners, and not products of one partner."""
    if len(found) > 1 and (is_partner_file(section.title) or not _has_parts(section)):
        return True
    return any(map(_has_parts, found))


def _is_part(section: Section) -> bool:
    return part_of(section.title) is not None and not any(map(_has_parts, section.sections))


def _has_evidence(section: Section) -> bool:
    return _has_parts(section) or any(map(_is_telling, section.blocks))


def _has_parts(section: Section) -> bool:
    """Whether a section has a part as a heading; what is about the catalog has none of its own."""
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


def _left_out(section: Section, taken: set[Lines], document: Document) -> Iterator[Remark]:
    """Yield the sections that are no partner, each without those below it."""
    if section.heading and section.lines in taken:
        return
    for lines in _runs(section, taken):
        yield Remark(lines, document.excerpt(lines), _reason(section, taken))
    for child in section.sections:
        yield from _left_out(child, taken, document)


def _runs(section: Section, taken: set[Lines]) -> Iterator[Lines]:
    """Yield the lines of a section without those below it, joined where no partner is between."""
    run: Lines | None = None
    for lines in section.own_lines():
        if run and any(run.last < partner.first <= lines.first for partner in taken):
            yield run
            run = None
        run = Lines(run.first if run else lines.first, lines.last)
    if run:
        yield run


def _reason(section: Section, taken: set[Lines]) -> str:
    if section.heading is None:
        return "Text before the first heading."
    if is_to_fill_in(section.title):
        return "An example to fill in, not a partner."
    if any(
        lines.first > section.lines.first and lines.last <= section.lines.last for lines in taken
    ):
        return "The partners below are read; this is about none of them."
    return "No partner: it gives no website, no contact and no applications."


def _rest(covered: list[Lines], document: Document) -> Iterator[Remark]:
    """Yield each line that is in no block, such as part of a construct that shows nothing."""
    read = {number for lines in covered for number in range(lines.first, lines.last + 1)}
    for number in document.written(Lines(1, len(document.lines))):
        if number not in read:
            lines = Lines(number, number)
            yield Remark(lines, document.excerpt(lines).strip(), "Markdown shows nothing of it.")
