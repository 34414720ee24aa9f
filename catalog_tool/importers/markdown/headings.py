"""Finds sections that are partners because of the heading above them, or of their addresses.

Sections that are next to each other are judged together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog_tool.importers import words
from catalog_tool.importers.markdown.evidence import ANNOUNCED, Evidence
from catalog_tool.importers.markdown.outline import BOLD, PageSection
from catalog_tool.importers.sites import have_different_owners


def bare_partners(section: PageSection, needed: Evidence) -> list[PageSection]:
    """Return sections that are partners because of the heading above them, or of their address."""
    outer = _with_sites([each for each in section.sections if _may_be_partner(each)])
    is_named = are_names(outer)
    parts = [(each, _named_part(each)) for each in outer]
    inner = [each if is_named and has_part(each, [part]) else part for each, part in parts]
    candidates = inner if len({each.title for each in inner}) == len(inner) else outer
    evidence = ANNOUNCED if section.announces else needed
    count = len(section.sections)
    alike = sum(each.is_named_like_site for each in candidates)
    is_most = 2 * len(candidates) > count > 1
    is_list = (is_most or alike) if section.announces else (is_most and alike > 1)
    is_list = is_list and evidence.accepts(candidates, count)
    taken = set(outer) if is_list else set()
    others = [child for child in section.sections if child not in taken]
    below = [partner for child in others for partner in bare_partners(child, needed)]
    return [*candidates, *below] if is_list else below


def _with_sites(sections: Sequence[PageSection]) -> Sequence[PageSection]:
    """Return the sections with a line that is only a link, if most have one; otherwise all.

    A text about something else beside them has its links inside of sentences.
    """
    told = [each for each in sections if each.is_named_like_site or _has_line_of_link(each)]
    lines = sum(map(_has_line_of_link, sections))
    return told if lines > 1 and 2 * lines > len(sections) else sections


def _has_line_of_link(section: PageSection) -> bool:
    lines = (line for block in section.blocks if block.is_text for line in block.text_lines)
    return any([each.content for each in line.links] == [line.text] for line in lines)


def linked_headings(section: PageSection) -> Iterator[PageSection]:
    """Yield the outermost sections whose heading is a link to another site."""
    line = section.heading.line if section.heading and not section.is_record else None
    if line and [each.text for each in line.addresses if each.is_outside] == [line.text]:
        if _may_be_partner(section):
            yield section
        return
    for child in section.sections:
        yield from linked_headings(child)


def _named_part(section: PageSection) -> PageSection:
    """Return the section, or the only one below it that has its addresses and says no part."""
    below = [each for each in section.sections if each.outside]
    is_around = len(below) == 1 and len(below[0].outside) == len(section.outside)
    return below[0] if is_around and not below[0].key and _may_be_partner(below[0]) else section


def are_names(sections: Sequence[PageSection]) -> bool:
    """Return whether half of the sections with addresses have them right below their headings."""
    told = [each for each in sections if each.outside]
    direct = [each for each in told if not any(child.outside for child in each.sections)]
    return 2 * len(direct) >= len(told)


def has_part(section: PageSection, found: Sequence[PageSection]) -> bool:
    """Return whether what was found below a heading is only a bold line, such as a department."""
    return len(found) == 1 and found[0].level in BOLD and _may_be_partner(section)


def _may_be_partner(section: PageSection) -> bool:
    """Return whether a section has an address, and no heading that means something else."""
    # A company such as Contoso Media can be named like a section with other links.
    addresses = section.heading.line.addresses if section.heading else ()
    is_name = any(each.is_like(section.title) for each in addresses)
    is_other = (
        (words.has_other_links(section.title) and not is_name)
        or words.is_question(section.title)
        or words.is_about_the_catalog(section.title)
        or words.is_to_fill_in(section.title)
        or words.says_only_partners(section.title)
        or not words.may_be_name(section.title)
        or (section.announces and not section.is_named_like_site)
    )
    return bool(section.outside) and not is_other and not _is_group(section)


def _is_group(section: PageSection) -> bool:
    """Return whether the addresses of different owners are in the sections below a heading."""
    sites = [each.outside[0].target for each in section.sections if each.outside]
    is_linked = section.heading and any(each.is_outside for each in section.heading.line.addresses)
    return not is_linked and have_different_owners(sites)
