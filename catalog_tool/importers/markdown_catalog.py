"""Catalogs that people keep by hand: one Markdown page with a section for each partner."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.importers import Import, Lines, Remark
from catalog_tool.importers.markdown.blocks import read_blocks
from catalog_tool.importers.markdown.document import Document, prepare
from catalog_tool.importers.markdown.outline import Section, outline
from catalog_tool.importers.markdown.partner import read_partner
from catalog_tool.importers.markdown.partners import partners_in
from catalog_tool.importers.markdown.words import is_to_fill_in
from catalog_tool.vocabulary import Vocabulary

RANK = 100
"""Any text can be a page that somebody keeps by hand, so this is asked last."""


def recognises(text: str) -> bool:  # noqa: ARG001 - the last resort
    """Return that any text can be read."""
    return True


def read(text: str, vocabulary: Vocabulary) -> Import:
    """Return the partners of a page, and everything else that stands on it."""
    document = prepare(text)
    page = outline(read_blocks(document))
    sections = partners_in(page)
    partners = tuple(read_partner(section, document, vocabulary) for section in sections)
    taken = {section.lines for section in sections}
    left_out = [*document.left_out, *_left_out(page, taken, document)]
    covered = [*taken, *(remark.lines for remark in (*left_out, *document.changes))]
    left_out += _rest(covered, document)
    return Import(partners, document.changes, tuple(sorted(left_out, key=lambda each: each.lines)))


def _left_out(section: Section, taken: set[Lines], document: Document) -> Iterator[Remark]:
    """Yield the sections that are no partner, each without those below it."""
    if section.heading and section.lines in taken:
        return
    own = list(section.own_lines())
    if own:
        lines = Lines(own[0].first, own[-1].last)
        yield Remark(lines, document.excerpt(lines), _reason(section, taken))
    for child in section.sections:
        yield from _left_out(child, taken, document)


def _reason(section: Section, taken: set[Lines]) -> str:
    if section.heading is None:
        return "Text before the first heading."
    if is_to_fill_in(section.title):
        return "An example to fill in, not a partner."
    if any(
        lines.first > section.lines.first and lines.last <= section.lines.last for lines in taken
    ):
        return "It holds partners; they are read, its own text is not about one of them."
    return "It is not about one partner: it has no contact, no website and no applications."


def _rest(covered: list[Lines], document: Document) -> Iterator[Remark]:
    """Yield each line that is in no block, such as part of a construct that shows nothing."""
    read = {number for lines in covered for number in range(lines.first, lines.last + 1)}
    for number in document.written(Lines(1, len(document.lines))):
        if number not in read:
            lines = Lines(number, number)
            yield Remark(lines, document.excerpt(lines).strip(), "Markdown shows nothing of it.")
