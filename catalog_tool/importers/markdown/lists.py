"""Turns the records in the lists and tables of a page into sections.

A heading says that partners follow, or the records have labels, or the page consists of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import chain

from catalog_tool.importers.markdown.evidence import FEW, is_named_like_site, is_telling, owners_in
from catalog_tool.importers.markdown.nodes import line_of, read_lines
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.markdown.parts import has_parts
from catalog_tool.importers.markdown.records import records_in
from catalog_tool.importers.markdown.words import (
    has_other_links,
    is_of_a_project,
    may_be_category,
    names_partners,
    words_of,
)

_MANY = 8
"""Number of records of a long list, of which fewer need to be named like their sites."""
_ONLY_WITH_LABELS = sys.maxsize
"""Least number of records without labels, for a page that says nothing about partners."""


def add_records(page: PageSection) -> None:
    """Turn the records of a page into sections."""
    is_announced = any(names_partners(section.title) for section in page.all_sections())
    is_other = is_announced or is_about_a_project(page)
    is_list = not is_other and _consists_of_records(page)
    _add_records(page, _ONLY_WITH_LABELS, is_announced=is_list)
    for section in page.all_sections():
        categories = [each for each in section.sections if _is_category(each)]
        for category in categories if len(categories) > 1 else ():
            for record in category.sections:
                record.category = category.title


def _is_category(section: PageSection) -> bool:
    """Return whether the heading of records says what they are about, unlike *Partners: A – C*."""
    has_words = any(len(word) > 1 for word in words_of(section.title))
    return has_words and _has_records(section) and not names_partners(section.title)


def is_about_a_project(page: PageSection) -> bool:
    """Return whether a page is that of a project, which says how to install and use it."""
    titles = (section.title for section in page.all_sections())
    links = (line.label for block in page.walk() for line in read_lines(block) if line.addresses)
    return any(map(is_of_a_project, chain(titles, links)))


def _add_records(
    section: PageSection, least: int, *, is_only: bool = False, is_announced: bool = False
) -> None:
    """Turn records outside of partners into sections.

    One element is enough for a list between lists of partners, because categories can be small.
    """
    if section.heading and has_other_links(section.title):
        for child in section.sections:
            if names_partners(child.title):
                _add_records(child, least)
        return
    is_announced |= names_partners(section.title)
    least = min(least, 2) if is_announced else least
    records, others = records_in(section.blocks, least, is_announced=is_announced)
    is_partner = has_parts(section) or any(map(is_telling, others))
    if is_partner and section.heading and not (is_only or names_partners(section.title)):
        return
    is_only = len(section.sections) == 1 and section.heading is None
    for child in section.sections:
        _add_records(child, least, is_only=is_only, is_announced=is_announced)
    lists = [child for child in section.sections if not has_other_links(child.title)]
    if 2 * sum(map(_has_records, lists)) >= len(lists):
        for child in (each for each in lists if not _has_records(each)):
            _add_records(child, 1, is_only=is_only, is_announced=is_announced)
        _add_categories(section, [each for each in lists if _has_records(each)])
    if records:
        section.blocks = others
        section.sections = [*records, *section.sections]


def _add_categories(parent: PageSection, categories: Sequence[PageSection]) -> None:
    """Turn records into sections that have the shape of those in other categories.

    Their heading can also mean other links, such as *Human resources*, so they must be named like
    their sites.
    """
    shapes = {bool(record.blocks) for each in categories for record in each.sections}
    for section in parent.sections:
        if has_other_links(section.title) and may_be_category(section.title):
            records, others = records_in(section.blocks)
            if records and {bool(record.blocks) for record in records} <= shapes:
                section.blocks, section.sections = others, [*records, *section.sections]


def _consists_of_records(page: PageSection) -> bool:
    """Return whether most of a page are records, although no heading says that partners follow."""
    sections = [each for each in page.all_sections() if not has_other_links(each.title)]
    records = [
        record
        for section in sections
        for record in records_in(section.blocks, is_announced=True)[0]
    ]
    texts = [PageSection(blocks=each.blocks) for each in sections]
    links, lines = (2 * measure(records) > measure(texts) for measure in (_links, _lines))
    alike = sum(is_named_like_site(each) or _is_linked_and_labeled(each) for each in records)
    is_long = len(records) >= _MANY and 4 * alike >= len(records)
    is_short = len(records) >= FEW and lines and 2 * alike >= len(records)
    return links and (is_long or is_short)


def _is_linked_and_labeled(record: PageSection) -> bool:
    """Return whether a record is like the row of a table that starts with a link."""
    facts = [line for block in record.blocks for line in read_lines(block)]
    is_linked = record.heading is not None and bool(line_of(record.heading).addresses)
    return is_linked and bool(facts) and all(line.has_mark for line in facts)


def _links(sections: Iterable[PageSection]) -> int:
    return sum(len(owners_in(each)) for each in sections)


def _lines(sections: Iterable[PageSection]) -> int:
    ranges = (lines for each in sections for lines in each.own_lines())
    return len({n for lines in ranges for n in range(lines.first, lines.last + 1)})


def _has_records(section: PageSection) -> bool:
    return any(child.level == RECORD for child in section.sections)
