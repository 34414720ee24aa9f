"""Finds the parts of an entry in a section, which tell that the section is a partner."""

from __future__ import annotations

from collections.abc import Collection

from catalog_tool.importers.markdown.evidence import TELLING, is_telling
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.records import holds_records
from catalog_tool.importers.markdown.words import Part, is_about_the_catalog, part_of, words_of


def is_part(section: PageSection) -> bool:
    """Return whether a section is only a part of an entry."""
    return part_of(section.title) is not None and not any(map(has_parts, section.sections))


def has_evidence(section: PageSection) -> bool:
    """Return whether a section says something that only an entry says."""
    return has_parts(section) or any(map(is_telling, section.blocks))


def has_parts(section: PageSection) -> bool:
    """Return whether a section has a part as a heading; a section about the catalog needs two."""
    names = words_of(section.title)
    parts = {part for child in section.sections if (part := _part(child, names))}
    if parts == {Part.APPLICATIONS}:
        return not any(holds_records(child.blocks) for child in section.sections)
    if is_about_the_catalog(section.title) and part_of(section.title) is None:
        return len(parts & TELLING) > 1
    return bool(parts & {*TELLING, Part.DESCRIPTION})


def _part(child: PageSection, names: Collection[str]) -> Part | None:
    """Return the part that a subsection is; a section of records is none, except applications."""
    part = part_of(child.title, names)
    may_list = {Part.APPLICATIONS, Part.LINKS}
    return part if part in may_list or part is None or not holds_records(child.blocks) else None
