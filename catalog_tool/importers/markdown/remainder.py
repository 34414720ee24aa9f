"""Reports the text of a page outside of its partners."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from catalog_tool.importers.markdown.document import MarkdownPage
from catalog_tool.importers.markdown.evidence import owners_in
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.markdown.words import (
    has_other_links,
    is_about_the_catalog,
    is_to_fill_in,
)
from catalog_tool.importers.result import Import, ImportedPartner, ImportMessage, Lines
from catalog_tool.text.phrases import quantity

_QUESTION = "Is this a partner? No website, contact, or application was recognized."
_QUESTION_WITH_LINKS = (
    "Is this about a partner? Neither the heading nor the shape of the text says so."
)


def with_remainder(
    partners: Iterable[ImportedPartner], page: PageSection, document: MarkdownPage
) -> Import:
    """Return the partners of a page, with every line outside of them."""
    read = tuple(partners)
    taken = sorted(partner.lines for partner in read)
    left_out = [*document.left_out, *_left_out(page, taken, document)]
    covered = [*taken, *(remark.lines for remark in (*left_out, *document.changes))]
    for lines, text in document.unread(Lines(1, len(document.lines)), covered):
        left_out.append(ImportMessage(lines, text, "This line isn't part of an entry."))
    return Import(read, document.changes, tuple(sorted(left_out, key=lambda each: each.lines)))


def _left_out(
    section: PageSection, taken: Sequence[Lines], document: MarkdownPage
) -> Iterator[ImportMessage]:
    """Yield the sections that are not partners, each without its subsections."""
    first = section.lines.first
    if section.heading and _first_within(taken, first, first) == section.lines:
        return
    for lines in _runs(section, taken):
        yield ImportMessage(lines, document.excerpt(lines), _reason(section, taken))
    for child in section.sections:
        yield from _left_out(child, taken, document)


def _runs(section: PageSection, taken: Sequence[Lines]) -> Iterator[Lines]:
    """Yield the lines of a section without its subsections, joined if no partner is between."""
    run: Lines | None = None
    for lines in section.own_lines():
        if run and _first_within(taken, run.last + 1, lines.first):
            yield run
            run = None
        run = Lines(run.first if run else lines.first, lines.last)
    if run:
        yield run


def _first_within(taken: Sequence[Lines], first: int, last: int) -> Lines | None:
    """Return the first partner that begins in these lines."""
    position = bisect_left(taken, Lines(first, 0))
    is_within = position < len(taken) and taken[position].first <= last
    return taken[position] if is_within else None


def _reason(section: PageSection, taken: Sequence[Lines]) -> str:
    if section.heading is None:
        return "Text before the first heading."
    if count := sum(child.level == RECORD for child in section.sections):
        return f"This text is about a group of {quantity(count, 'partner')}."
    if _first_within(taken, section.lines.first + 1, section.lines.last):
        return "This text isn't about a specific partner."
    if is_to_fill_in(section.title):
        return "A template to fill in, not a partner."
    if is_about_the_catalog(section.title) or has_other_links(section.title):
        return "Not a partner, because the heading says that the section is about something else."
    has_links = owners_in(PageSection(section.heading, blocks=section.blocks))
    return _QUESTION_WITH_LINKS if has_links else _QUESTION
