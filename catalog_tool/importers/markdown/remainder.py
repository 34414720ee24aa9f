"""What stands on a page besides its partners: reported, so that no line is ever lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.importers.markdown.document import Document
from catalog_tool.importers.markdown.outline import Section
from catalog_tool.importers.markdown.words import is_to_fill_in
from catalog_tool.importers.result import Import, ImportedPartner, Lines, Remark


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
