"""Reads one section of a page, part by part, as one partner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.addresses import is_outside
from catalog_tool.importers.markdown.applications import read_application_line, read_applications
from catalog_tool.importers.markdown.document import MarkdownPage
from catalog_tool.importers.markdown.entry import build_entry
from catalog_tool.importers.markdown.facts import (
    is_part_of_its_own,
    known_part,
    read_fact,
    read_facts,
    split_facts,
)
from catalog_tool.importers.markdown.findings import (
    ApplicationName,
    PartnerFindings,
    Text,
)
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.names import read_names
from catalog_tool.importers.markdown.nodes import (
    LISTS,
    below_head,
    blocks_in,
    element_lines,
    line_of,
    lines_of,
    paragraph,
    read_lines,
)
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.prose import add_description, report_unwritten
from catalog_tool.importers.markdown.record import name_of
from catalog_tool.importers.markdown.words import Part, part_of, says_nothing, words_of
from catalog_tool.importers.result import ImportedPartner
from catalog_tool.model.key_names import KEY_OF_WORD
from catalog_tool.model.vocabulary import Vocabulary

_NUMBER = re.compile(r"\A\d+[.)]\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LEAD_WORDS = frozenset(
    "as e example for g incl include includes including like listed such those".split()
)
_INNER_HEADING = "Links in an entry can't have headings."
_NOT_OUTSIDE = "The name links to a page that has no web address of its own."


def read_partner(
    section: PageSection, document: MarkdownPage, vocabulary: Vocabulary
) -> ImportedPartner:
    """Return the partner that a section describes."""
    heading = line_of(section.heading) if section.heading else None
    findings = PartnerFindings(document, vocabulary, _name(heading) if heading else "")
    reader = _Reader(findings)
    if heading:
        findings.place("name", heading.lines)
        _read_name_links(heading, findings)
    reader.read_text(section.blocks)
    for child in section.sections:
        reader.read_part(child)
    reader.read_postponed()
    reader.guess_applications()
    if section.category and not any(found.group for found in findings.applications):
        findings.applications = [
            replace(found, group=section.category) for found in findings.applications
        ]
    for block in section.walk():
        report_unwritten(block, findings)
    return build_entry(section.lines, findings)


def _name(heading: Line) -> str:
    shown = name_of(heading) or " ".join(token.content for token in heading.tokens)
    return _NUMBER.sub("", shown).strip(" :-–—") or shown


def _read_name_links(heading: Line, findings: PartnerFindings) -> None:
    for address in heading.addresses:
        part = None if address.is_email else Part.WEBSITE
        if is_outside(address.target):
            findings.addresses.append(replace(address, part=part, is_labeled=True))
        else:
            findings.report_unplaced(heading.lines, address.target, _NOT_OUTSIDE)


class _Reader:
    """Reads the parts of one section into findings."""

    def __init__(self, findings: PartnerFindings) -> None:
        self.findings = findings
        self.postponed: list[PageSection] = []
        self.sentences: list[Line] = []

    def read_part(self, section: PageSection, *, inside_description: bool = False) -> None:
        """Read a subsection as the part that its heading names."""
        part = part_of(section.title, self.findings.name_words)
        if part is Part.APPLICATIONS and inside_description:
            self.postponed.append(section)
        elif part is Part.APPLICATIONS:
            self._read_applications(section)
        elif part and part is not Part.DESCRIPTION:
            self._read_facts(section, part)
        else:
            self._read_description(section)

    def read_text(self, blocks: Sequence[SyntaxTreeNode]) -> None:
        """Read blocks of description, which can contain labeled facts."""
        for block in map(self._without_label, blocks):
            for is_fact, piece in split_facts(block, self.findings):
                if not is_fact:
                    add_description(piece, self.findings)
                    self._note_addresses(piece)
                    self.sentences += read_lines(piece)
                elif piece.type in LISTS:
                    self._read_elements(piece)
                else:
                    for line in read_lines(piece):
                        self._read_fact(line)

    def _read_elements(self, block: SyntaxTreeNode) -> None:
        for element in block.children:
            if is_part_of_its_own(element, self.findings):
                heading, *_ = blocks_in(element)
                self.read_part(PageSection(heading, 1, below_head(element)))
                continue
            for line in element_lines(element):
                self._read_fact(line)

    def _read_fact(self, line: Line) -> None:
        part = known_part(line, self.findings)
        if part is Part.DESCRIPTION:
            add_description(paragraph(line.value), self.findings)
        elif part is Part.APPLICATIONS and not line.addresses:
            read_application_line(line.value, self.findings)
        else:
            read_fact(line, self.findings)

    def _note_addresses(self, block: SyntaxTreeNode) -> None:
        """Record an address that a sentence gives for contact or as the website."""
        for line in read_lines(block) if block.type == "paragraph" else ():
            part = part_of(line.label, self.findings.name_words)
            known = part if part in {Part.WEBSITE, Part.CONTACT} else None
            self.findings.addresses += [
                replace(
                    each,
                    part=Part.WEBSITE if each.text == self.findings.name else known,
                    is_in_text=True,
                )
                for each in line.addresses
            ]

    def _without_label(self, block: SyntaxTreeNode) -> SyntaxTreeNode:
        """Remove *Description:* from the start of a paragraph."""
        if block.type != "paragraph":
            return block
        line = line_of(block)
        part = part_of(line.label, self.findings.name_words)
        is_labeled = part is Part.DESCRIPTION and line.has_mark and line.after
        return paragraph(line.value) if is_labeled else block

    def read_postponed(self) -> None:
        """Read lists of applications inside the description, if there are no other applications."""
        are_needed = not self.findings.applications
        for section in self.postponed:
            if are_needed:
                self._read_applications(section)
            else:
                self._read_description(section)

    def guess_applications(self) -> None:
        """Take names from sentences such as *Over 40 applications, including RACF and Epic*."""
        for line in () if self.findings.applications else self.sentences:
            for sentence in _SENTENCE_END.split(line.text):
                read = read_names(sentence, self.findings.vocabulary)
                words = reversed(words_of("".join(read.remarks[:1])))
                named = next((word for word in words if word not in _LEAD_WORDS), "")
                if not named.isdigit() and KEY_OF_WORD.get(named) != "applications":
                    continue
                self.findings.notes += [Text(line.lines, remark) for remark in read.remarks]
                self.findings.place("applications_note", line.lines, is_guess=True)
                self.findings.applications += [
                    ApplicationName(line.lines, name, is_guess=True) for name in read.names
                ]

    def _read_applications(self, section: PageSection) -> None:
        self._place_heading(section, "applications")
        if section.heading and any(map(str.isdigit, section.title)):
            self.findings.notes.append(Text(lines_of(section.heading), section.title))
        read_applications(section, self.findings)

    def _read_description(self, section: PageSection) -> None:
        """Read a section as description, with its heading if that says something."""
        if says_nothing(section.title, self.findings.name_words):
            self._place_heading(section, "description")
        elif section.heading:
            add_description(section.heading, self.findings)
        self.read_text(section.blocks)
        for child in section.sections:
            self.read_part(child, inside_description=True)

    def _read_facts(self, section: PageSection, part: Part) -> None:
        self._place_heading(section, part.value)
        for block in section.blocks:
            read_facts(block, self.findings, part)
        for child in section.sections:
            if part_of(child.title, self.findings.name_words) is not None:
                self.read_part(child)
                continue
            self._read_facts(child, part)
            if child.heading:
                self.findings.report_unplaced(lines_of(child.heading), child.title, _INNER_HEADING)

    def _place_heading(self, section: PageSection, key: str) -> None:
        if section.heading:
            self.findings.place(key, lines_of(section.heading))
