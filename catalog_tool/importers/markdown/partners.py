"""Finds the sections of a page that are partners.

A section is a partner if it contains a part of an entry: a heading such as *Contact information*,
or a line such as ``Website: https://…``. A section that contains partners is not a partner. A
section between two partners is a partner, even if it contains little.
"""

from __future__ import annotations

from catalog_tool.importers.markdown.evidence import is_named_like_site, owners_in
from catalog_tool.importers.markdown.lists import add_records, is_about_a_project
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.markdown.parts import has_evidence, has_parts, is_part
from catalog_tool.importers.markdown.words import (
    has_other_links,
    is_about_the_catalog,
    is_how_to,
    is_to_fill_in,
    names_partners,
    says_only_partners,
)


def partners_in(page: PageSection) -> list[PageSection]:
    """Return the sections of a page that are partners, in the order of the page."""
    add_records(page)
    is_project = is_about_a_project(page)
    found = _partners(page)
    bare = _bare_partners(page, needs_announcement=is_project)
    certain = set(map(id, found))
    if certain <= set(map(id, bare)):
        found = [e for e in bare if not certain or id(e) in certain or is_named_like_site(e)]
    return [] if is_project and len(found) == 1 else found


def _partners(section: PageSection) -> list[PageSection]:
    """Return the partners at or below a section."""
    if section.level == RECORD:
        return [section]
    if section.heading and (is_to_fill_in(section.title) or is_how_to(section.title)):
        return []
    below = [_partners(child) for child in section.sections]
    found = [partner for each in below for partner in each]
    is_name = section.heading is not None and not says_only_partners(section.title)
    is_one = is_name and not is_part(section) and has_evidence(section)
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
    is_other |= is_to_fill_in(section.title) or says_only_partners(section.title)
    return not is_other and bool(owners_in(section))


def _bare_partners(section: PageSection, *, needs_announcement: bool) -> list[PageSection]:
    """Return sections that are partners because of the heading above them, or of their address."""
    candidates = list(filter(_may_be_partner, section.sections))
    alike = [each for each in candidates if is_named_like_site(each)]
    is_announced = section.heading is not None and names_partners(section.title)
    is_most = 2 * len(candidates) > len(section.sections) > 1
    is_told = is_announced and (is_most or bool(alike))
    is_alike = is_most and len(alike) > 1 and 2 * len(alike) >= len(candidates)
    if is_told or (is_alike and not needs_announcement):
        return candidates
    return [
        partner
        for child in section.sections
        for partner in _bare_partners(child, needs_announcement=needs_announcement)
    ]


def _holds(section: PageSection, found: list[PageSection]) -> bool:
    """Return whether a section contains partners, and not products of one partner."""
    if any(each.level == RECORD for each in found):
        return True
    if len(found) > 1 and (names_partners(section.title) or not has_parts(section)):
        return True
    return any(map(has_parts, found))
