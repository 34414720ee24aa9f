"""One section of a page, read part by part, as one partner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog_tool.importers.markdown.applications import read_application_line, read_applications
from catalog_tool.importers.markdown.blocks import Block, Heading, List, Paragraph
from catalog_tool.importers.markdown.contacts import (
    is_part_of_its_own,
    known_part,
    read_fact,
    read_facts,
    split_facts,
)
from catalog_tool.importers.markdown.document import Document
from catalog_tool.importers.markdown.entry import imported
from catalog_tool.importers.markdown.findings import Findings, Found, Text
from catalog_tool.importers.markdown.inline import Address, bits_of, labelled, plain
from catalog_tool.importers.markdown.lines import lines_of
from catalog_tool.importers.markdown.outline import Section
from catalog_tool.importers.markdown.prose import add_description, tidy
from catalog_tool.importers.markdown.words import Part, part_of, says_nothing
from catalog_tool.importers.result import ImportedPartner, Lines
from catalog_tool.model.vocabulary import Vocabulary

_LABEL = re.compile(r"(?:\*\*|__)?([^:*_\n]{1,60})(?:\*\*|__)?:(?:\*\*|__)?\s+(?=\S)")
_NUMBER = re.compile(r"\A\d+[.)]\s+")
_INNER_HEADING = "Addresses in an entry have no headings."
_KEYS = {Part.CONTACT: "contact", Part.WEBSITE: "website", Part.LINKS: "links"}


def read_partner(section: Section, document: Document, vocabulary: Vocabulary) -> ImportedPartner:
    """Return what a section says about its partner."""
    findings = Findings(document, vocabulary, _name(section))
    _read_heading(section, findings)
    reader = _Reader(findings)
    reader.read_text(section.blocks)
    for child in section.sections:
        reader.read_part(child)
    reader.read_postponed()
    return imported(section.lines, findings)


def _name(section: Section) -> str:
    bits = bits_of(section.heading.text) if section.heading else ()
    shown = plain([bit for bit in bits if not isinstance(bit, Address) or bit.text])
    return _NUMBER.sub("", shown).strip(" :-–—") or shown


def _read_heading(section: Section, findings: Findings) -> None:
    if section.heading is None:
        return
    where = section.heading.lines
    findings.place("name", where)
    for bit in bits_of(tidy(section.heading.text, where, findings)):
        if isinstance(bit, Address):
            part = None if bit.is_email else Part.WEBSITE
            found = Found(where, part, bit.text, bit.target, is_labelled=True)
            findings.addresses.append(found)


class _Reader:
    """Reads the parts of one section into findings."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.postponed: list[Section] = []

    def read_part(self, section: Section, *, inside_description: bool = False) -> None:
        """Read a subsection by what its heading says it is."""
        part = part_of(section.title, self.findings.name_words)
        if part is Part.APPLICATIONS and inside_description:
            self.postponed.append(section)
        elif part is Part.APPLICATIONS:
            self._read_applications(section)
        elif part is Part.DESCRIPTION:
            self._read_description(section)
        elif part is None:
            self._read_unknown(section)
        else:
            self._read_facts(section, part)

    def read_text(self, blocks: Sequence[Block]) -> None:
        """Read blocks that are description, but for lines that label a fact."""
        for block in map(self._without_label, blocks):
            for is_fact, piece in split_facts(block, self.findings):
                if not is_fact:
                    add_description(piece, self.findings)
                    self._note_addresses(piece)
                elif isinstance(piece, List):
                    self._read_elements(piece)
                else:
                    for where, text in lines_of(piece):
                        self._read_fact(where, text)

    def _read_elements(self, block: List) -> None:
        for element in block.elements:
            if is_part_of_its_own(element, self.findings):
                heading = Heading(element.blocks[0].lines, 1, element.text)
                self.read_part(Section(heading, list(element.blocks[1:])))
                continue
            for where, text in lines_of(List(element.lines, (element,))):
                self._read_fact(where, text)

    def _read_fact(self, where: Lines, text: str) -> None:
        read = labelled(text)
        part = known_part(read, self.findings)
        if part is Part.DESCRIPTION:
            add_description(self._without_label(Paragraph(where, text)), self.findings)
        elif part is Part.APPLICATIONS and not read.addresses:
            read_application_line(read.after, where, self.findings)
        else:
            read_fact(where, text, self.findings)

    def _note_addresses(self, block: Block) -> None:
        """Note an address that a sentence gives for contact or as the website."""
        for where, text in lines_of(block) if isinstance(block, Paragraph) else ():
            read = labelled(text)
            part = part_of(read.label, self.findings.name_words)
            if part in {Part.WEBSITE, Part.CONTACT}:
                self.findings.addresses += [
                    Found(where, part, "", each.target, is_told=True) for each in read.addresses
                ]

    def _without_label(self, block: Block) -> Block:
        """Take *Description:* off the beginning of a paragraph."""
        if not isinstance(block, Paragraph) or not (label := _LABEL.match(block.text)):
            return block
        if part_of(label.group(1), self.findings.name_words) is not Part.DESCRIPTION:
            return block
        return Paragraph(block.lines, block.text[label.end() :])

    def read_postponed(self) -> None:
        """Read lists of applications inside the description as such if there are no others."""
        are_needed = not self.findings.applications
        for section in self.postponed:
            if are_needed:
                self._read_applications(section)
            else:
                self._read_unknown(section)

    def _read_applications(self, section: Section) -> None:
        self._place_heading(section, "applications")
        if section.heading and any(map(str.isdigit, section.title)):
            self.findings.notes.append(Text(section.heading.lines, section.title))
        read_applications(section, self.findings)

    def _read_description(self, section: Section) -> None:
        self._place_heading(section, "description")
        self.read_text(section.blocks)
        for child in section.sections:
            self.read_part(child, inside_description=True)

    def _read_unknown(self, section: Section) -> None:
        """Read a part that entries do not have: it goes on with the description."""
        if says_nothing(section.title, self.findings.name_words):
            self._place_heading(section, "description")
        elif section.heading:
            add_description(section.heading, self.findings)
        self.read_text(section.blocks)
        for child in section.sections:
            self.read_part(child, inside_description=True)

    def _read_facts(self, section: Section, part: Part) -> None:
        self._place_heading(section, _KEYS.get(part, part.value))
        for block in section.blocks:
            if part in _KEYS:
                read_facts(block, self.findings, part)
            else:
                self._read_list(block, part)
        for child in section.sections:
            if part_of(child.title, self.findings.name_words) is not None:
                self.read_part(child)
                continue
            self._read_facts(child, part)
            if child.heading:
                self.findings.leave(child.heading.lines, child.title, _INNER_HEADING)

    def _place_heading(self, section: Section, key: str) -> None:
        if section.heading:
            tidy(section.heading.text, section.heading.lines, self.findings)
            self.findings.place(key, section.heading.lines)

    def _read_list(self, block: Block, part: Part) -> None:
        """Read a block of words such as protocols; sentences with links are description."""
        lines = lines_of(block)
        if not lines:
            add_description(block, self.findings)
        for where, text in lines:
            bits = bits_of(tidy(text, where, self.findings))
            if any(isinstance(bit, Address) for bit in bits):
                add_description(Paragraph(where, text), self.findings)
            else:
                self.findings.lists.setdefault(part, []).append(Text(where, plain(bits)))
