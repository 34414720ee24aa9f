"""Which sections of a page are partners.

A section is a partner if it has a part of an entry under it: a heading such as *Contact
information*, or a line such as ``Website: https://…``. A section that holds partners is none. A
section that stands between two partners is a partner too, however little it says.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.importers.markdown.blocks import Block, List, Paragraph
from catalog_tool.importers.markdown.inline import labelled
from catalog_tool.importers.markdown.outline import Section
from catalog_tool.importers.markdown.words import (
    Part,
    is_about_the_catalog,
    is_how_to,
    is_of_partners,
    is_to_fill_in,
    part_of,
    words_of,
)

_TELLING = frozenset({Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS})


def partners_in(page: Section) -> list[Section]:
    """Return the sections of a page that are partners, in its order."""
    return _partners(page) or _bare_partners(page)


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
    if section.heading and is_of_partners(section.title):
        found = [child for child in section.sections if not is_about_the_catalog(child.title)]
        if found:
            return [child for child in found if child.blocks or child.sections]
    return [partner for child in section.sections for partner in _bare_partners(child)]


def _holds(section: Section, found: list[Section]) -> bool:
    """Whether what was found below a section is partners, and not products of one partner."""
    if len(found) > 1 and (is_of_partners(section.title) or not _has_parts(section)):
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


def _is_telling(block: Block) -> bool:
    return any(map(_is_telling_line, _lines(block)))


def _is_telling_line(line: str) -> bool:
    read = labelled(line)
    part = part_of(read.label)
    has_names = part is Part.APPLICATIONS and read.has_mark and bool(read.rest)
    return has_names or (part in _TELLING and bool(read.addresses))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from block.text.split("\n")
    elif isinstance(block, List):
        yield from (element.text for element in block.elements)
