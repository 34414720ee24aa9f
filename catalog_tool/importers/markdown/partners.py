"""Finds the sections of a page that are partners, and the rest of the text.

A section is a partner if it contains a part of an entry: a heading such as *Contact information*,
or a line such as ``Website: https://…``. A section that contains partners is not a partner. A
section between two partners is a partner, even if it contains little.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.document import MarkdownPage
from catalog_tool.importers.markdown.evidence import is_named_like, owners_in
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.nodes import LISTS, head_of, read_lines
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.markdown.records import holds_records, records_in
from catalog_tool.importers.markdown.words import (
    Part,
    has_other_links,
    is_about_the_catalog,
    is_how_to,
    is_to_fill_in,
    names_partners,
    part_of,
    words_of,
)
from catalog_tool.importers.result import Import, ImportedPartner, ImportMessage, Lines
from catalog_tool.text.phrases import quantity

_TELLING = frozenset({Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS})


def partners_in(page: PageSection) -> list[PageSection]:
    """Return the sections of a page that are partners, in the order of the page."""
    _add_records(page)
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


def _add_records(
    section: PageSection, least: int = 2, *, is_only: bool = False, is_announced: bool = False
) -> None:
    """Turn records outside of partners into sections.

    One element is enough for a list between lists of partners, because categories can be small.
    """
    if section.heading and has_other_links(section.title):
        return
    is_announced |= names_partners(section.title)
    records, others = records_in(section.blocks, least, is_announced=is_announced)
    is_partner = _has_parts(section) or any(map(_is_telling, others))
    if is_partner and section.heading and not (is_only or names_partners(section.title)):
        return
    is_only = len(section.sections) == 1 and section.heading is None
    for child in section.sections:
        _add_records(child, is_only=is_only, is_announced=is_announced)
    lists = [child for child in section.sections if not has_other_links(child.title)]
    if 2 * sum(map(_has_records, lists)) >= len(lists):
        for child in lists:
            _add_records(child, 1, is_only=is_only, is_announced=is_announced)
    if records:
        section.blocks = others
        section.sections = [*records, *section.sections]


def _has_records(section: PageSection) -> bool:
    return any(child.level == RECORD for child in section.sections)


def _partners(section: PageSection) -> list[PageSection]:
    """Return the partners at or below a section."""
    if section.level == RECORD:
        return [section]
    if section.heading and (is_to_fill_in(section.title) or is_how_to(section.title)):
        return []
    below = [_partners(child) for child in section.sections]
    found = [partner for each in below for partner in each]
    is_one = section.heading is not None and not _is_part(section) and _has_evidence(section)
    if is_one and not _holds(section, found):
        return [section]
    places = [n for n, each in enumerate(below) if each == [section.sections[n]]]
    return [
        partner
        for position, child in enumerate(section.sections)
        for partner in below[position] or _between(child, places, position)
    ]


def _between(child: PageSection, places: list[int], position: int) -> list[PageSection]:
    """Return the section if its position makes it a partner."""
    is_between = bool(places) and places[0] < position < places[-1]
    return [child] if is_between and _may_be_partner(child) else []


def _may_be_partner(section: PageSection) -> bool:
    """Return whether a section has an address, and no heading that means something else."""
    is_other = is_about_the_catalog(section.title) or has_other_links(section.title)
    return not is_other and not is_to_fill_in(section.title) and bool(owners_in(section))


def _bare_partners(section: PageSection) -> list[PageSection]:
    """Return sections that are partners because of the heading above them, or of their address."""
    candidates = list(filter(_may_be_partner, section.sections))
    alike = [each for each in candidates if _is_named_like_site(each)]
    is_announced = section.heading is not None and names_partners(section.title)
    is_told = is_announced and (len(candidates) > 1 or bool(alike))
    if is_told or (len(alike) > 1 and 2 * len(alike) >= len(candidates)):
        return candidates
    return [partner for child in section.sections for partner in _bare_partners(child)]


def _is_named_like_site(section: PageSection) -> bool:
    return any(is_named_like(section, owner) for owner in owners_in(section))


def _holds(section: PageSection, found: list[PageSection]) -> bool:
    """Return whether a section contains partners, and not products of one partner."""
    if any(each.level == RECORD for each in found):
        return True
    if len(found) > 1 and (names_partners(section.title) or not _has_parts(section)):
        return True
    return any(map(_has_parts, found))


def _is_part(section: PageSection) -> bool:
    return part_of(section.title) is not None and not any(map(_has_parts, section.sections))


def _has_evidence(section: PageSection) -> bool:
    return _has_parts(section) or any(map(_is_telling, section.blocks))


def _has_parts(section: PageSection) -> bool:
    """Return whether a section has a part as a heading; a section about the catalog needs two."""
    names = words_of(section.title)
    parts = {part for child in section.sections if (part := _part(child, names))}
    if parts == {Part.APPLICATIONS}:
        return not any(holds_records(child.blocks) for child in section.sections)
    if is_about_the_catalog(section.title) and part_of(section.title) is None:
        return len(parts & _TELLING) > 1
    return bool(parts & {*_TELLING, Part.DESCRIPTION})


def _part(child: PageSection, names: Collection[str]) -> Part | None:
    """Return the part that a subsection is; a section of records is none, except applications."""
    part = part_of(child.title, names)
    may_list = {Part.APPLICATIONS, Part.LINKS}
    return part if part in may_list or part is None or not holds_records(child.blocks) else None


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
    if count := sum(child.level == RECORD for child in section.sections):
        return f"This text is about a group of {quantity(count, 'partner')}."
    if any(
        lines.first > section.lines.first and lines.last <= section.lines.last for lines in taken
    ):
        return "This text isn't about a specific partner."
    if is_about_the_catalog(section.title) or has_other_links(section.title):
        return "Not a partner, because the heading says that the section is about something else."
    return "Is this a partner? No website, contact, or application was recognized."


def _unread_lines(covered: list[Lines], document: MarkdownPage) -> Iterator[ImportMessage]:
    """Yield each line outside of all blocks, such as a construct without visible text."""
    read = {number for lines in covered for number in range(lines.first, lines.last + 1)}
    for number in document.written(Lines(1, len(document.lines))):
        if number not in read:
            lines = Lines(number, number)
            yield ImportMessage(
                lines, document.excerpt(lines).strip(), "This line isn't part of an entry."
            )
