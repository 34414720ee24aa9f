"""Reads catalogs that people keep by hand: a Markdown page of any shape.

A page consists of lines and of blocks. Its sections have a heading and blocks; what repeats with
the same shape becomes sections, too. The section of a partner is read part by part into findings,
which are facts with their lines, and the entry is built from the findings. Everything outside of
the partners is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from catalog_tool.importers import words
from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.entry import build_entry
from catalog_tool.importers.markdown.findings import PartnerFindings
from catalog_tool.importers.markdown.line import Line, name_of
from catalog_tool.importers.markdown.outline import PageSection, outline
from catalog_tool.importers.markdown.page import MarkdownPage, prepare
from catalog_tool.importers.markdown.partner import read_section
from catalog_tool.importers.markdown.partners import partners_in
from catalog_tool.importers.names import split_remark
from catalog_tool.importers.result import Import, ImportedPartner, ImportMessage, Lines
from catalog_tool.importers.values import as_markdown
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.markup.page import BARE
from catalog_tool.text.markup.tokens import shown

_NUMBER = re.compile(r"\A\d+[.)]\s+")
_AFTER_NAME = re.compile(r"[-–—:|(：（]")
_BY = re.compile(r"\b(?:by|par|von)\s*\Z", re.IGNORECASE)
"""The end of words before a name, such as *Supported by*."""
_NEAR = 3
"""Most lines from a logo to the text below it."""
_OF_NONE = "This text isn't about a specific partner."
_QUESTION_WITH_LINKS = (
    "Is this about a partner? Neither the heading nor the shape of the text says so."
)


def read(text: str, vocabulary: Vocabulary, choices: Choices) -> Import:
    """Return the partners of a page, and the rest of its text. Any text can be a page."""
    document = prepare(text, choices)
    length = len(document.lines)  # parsing, finding, and reading the partners take as long each
    page = outline(document.blocks, choices.labels, document.title)
    sections = partners_in(page, document.title)
    partners = []
    for section in sections:
        partners.append(read_partner(section, document, vocabulary, choices))
        choices.progress(2 * length + section.lines.last, 3 * length)
    partners = _with_own_contacts(_without_logos(sections, partners))
    is_told = any({*words.TELLING, "links"} & partner.values.keys() for partner in partners)
    is_announced = any(section.announces for section in page.all_sections())
    if len(partners) == 1 and not is_announced:  # so it must say two of them, without any guess
        placed = {each.key for each in partners[0].placements if not each.is_guess}
        is_told = len(words.TELLING & placed) > 1
    return with_remainder(partners if is_told else [], page, document)


def _without_logos(
    sections: Sequence[PageSection], partners: Sequence[ImportedPartner]
) -> list[ImportedPartner]:
    """Return the partners, but not the logos right above a text about the same website."""
    texts = {
        each.values["website"]: each.lines
        for each in partners
        if {"description", "website"} <= each.values.keys()
    }
    found = []
    for section, partner in zip(sections, partners, strict=True):
        below = texts.get(partner.values.get("website", ""))
        is_logo = section.heading and section.heading.line.has_picture and not section.blocks
        if not (is_logo and below and 0 < below.first - partner.lines.last <= _NEAR):
            found.append(partner)
    return found


def _with_own_contacts(partners: Sequence[ImportedPartner]) -> list[ImportedPartner]:
    """Return the partners, but not those of which nothing is known but the contact of another."""
    contacts = Counter(partner.values.get("contact") for partner in partners)
    others = {*words.TELLING, "links"} - {"contact"}
    found = []
    for partner in partners:
        sure = {each.key for each in partner.placements if not each.is_guess} | {"website"}
        is_shared = contacts[partner.values.get("contact")] > 1 and "contact" in partner.values
        if not is_shared or others & sure & partner.values.keys():
            found.append(partner)
    return found


def read_partner(
    section: PageSection, page: MarkdownPage, vocabulary: Vocabulary, choices: Choices
) -> ImportedPartner:
    """Return the partner that a section describes."""
    name = ""
    heading, rest = section.heading.line if section.heading else None, None
    if heading:
        heading, rest = _split_heading(heading)
        shown_words = (word for token in heading.tokens for word in token.content.split())
        text = name_of(heading) or " ".join(shown_words)
        name = _NUMBER.sub("", text).strip(" :-–—") or text
    name, remark = split_remark(name)
    findings = PartnerFindings(page, vocabulary, choices.labels, name)
    if heading and remark:
        findings.add("description", heading.lines, as_markdown(remark))
    if rest:
        findings.add("description", rest.lines, rest.written)
    read_section(section, findings)
    return build_entry(section.lines, findings)


def _split_heading(heading: Line) -> tuple[Line, Line | None]:
    """Split ``1. [Contoso](https://…) – in Europe`` into the linked name and the rest."""
    place = next((n for n, token in enumerate(heading.tokens) if token.type == "link"), None)
    before = shown(heading.tokens[:place])
    if place is None or any(map(str.isalpha, before)):
        is_last = place is not None and not shown(heading.tokens[place + 1 :])
        is_name = is_last and _BY.search(before)
        return Line(heading.lines, heading.tokens[place:]) if is_name else heading, None
    name, rest = heading.split_at(place + 1)
    is_split = heading.links[0].markup != BARE and _AFTER_NAME.match(
        shown(heading.tokens[place + 1 :])
    )
    return (name, rest) if is_split and rest.text else (heading, None)


def with_remainder(
    partners: Iterable[ImportedPartner], page: PageSection, document: MarkdownPage
) -> Import:
    """Return the partners of a page, with every line outside of them."""
    read = tuple(partners)
    taken = sorted(partner.lines for partner in read)
    left_out = [*document.left_out, *_left_out(page, taken, document)]
    return Import(read, document.changes, tuple(left_out), document.columns)


def _left_out(
    section: PageSection, taken: Sequence[Lines], document: MarkdownPage
) -> Iterator[ImportMessage]:
    """Yield the sections that are not partners, each without its subsections."""
    position = bisect_left(taken, section.lines)
    if section.heading and taken[position : position + 1] == [section.lines]:
        return
    # What is between two partners is one message.
    for _, run in groupby(section.own_lines(), lambda lines: _count_until(lines.first, taken)):
        blocks = list(run)
        lines = Lines(blocks[0].first, blocks[-1].last)
        yield ImportMessage(lines, document.excerpt(lines), _reason(section, taken))
    for child in section.sections:
        yield from _left_out(child, taken, document)


def _count_until(line: int, taken: Sequence[Lines]) -> int:
    return bisect_left(taken, Lines(line + 1, 0))


def _reason(section: PageSection, taken: Sequence[Lines]) -> str:
    has_links = PageSection(section.heading, blocks=section.blocks).outside
    if section.heading is None:
        is_all = has_links and not taken
        return _QUESTION_WITH_LINKS if is_all else "Text before the first heading."
    if count := sum(child.is_record for child in section.sections):
        return f"This text is about a group of {count:,} partners." if count > 1 else _OF_NONE
    lines = section.lines
    if _count_until(lines.first, taken) < _count_until(lines.last, taken):
        return _OF_NONE
    if words.is_to_fill_in(section.title):
        return "A template to fill in, not a partner."
    is_other = words.is_about_the_catalog(section.title) or words.has_other_links(section.title)
    is_how_to = words.is_how_to(section.title)
    if is_other and (is_how_to or not words.names_partners(section.title, section.title)):
        return "Not a partner, because the heading says that the section is about something else."
    return _QUESTION_WITH_LINKS if has_links else words.QUESTION
