"""Reads one section of a page, part by part, as one partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from catalog_tool.importers.markdown.applications import read_application_line, read_applications
from catalog_tool.importers.markdown.blocks import Block, paragraph
from catalog_tool.importers.markdown.facts import is_fact, labels_only_an_address, read_fact
from catalog_tool.importers.markdown.findings import PartnerFindings
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.names import read_names
from catalog_tool.importers.words import says_nothing, words_of
from catalog_tool.model.key_names import KEY_OF_WORD

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LEAD_WORDS = frozenset(
    "as e example for g incl include includes including like listed such those".split()
)
_SHORT_NAME = 3
"""Most letters of a text that can be the beginning of a name by chance."""
_INNER_HEADING = "Links in an entry can't have headings."


def read_section(section: PageSection, findings: PartnerFindings) -> None:
    """Read the section of a partner into its findings."""
    reader = _Reader(findings)
    if section.heading:
        is_guess = section.heading.line.is_named_after_file
        findings.place("name", section.heading.lines, is_guess=is_guess)
        findings.addresses += [
            replace(each, key="" if each.is_email else "website")
            for each in section.heading.line.addresses
        ]
    for block in section.blocks:
        reader.read_block(block, "description")
    for child in section.sections:
        reader.read_part(child)
    # A list inside the description has the applications only if there are no others.
    key = "description" if findings.texts["applications"] else "applications"
    for part in reader.postponed:
        reader.read_as(key, part)
    if not findings.texts["applications"]:
        reader.guess_applications()
    found = findings.texts["applications"]
    if section.category and not any(each.group for each in found):
        found[:] = [replace(each, group=section.category) for each in found]
    for block in section.walk():
        findings.report_unwritten(block)


class _Reader:
    """Reads the parts of one section into findings."""

    def __init__(self, findings: PartnerFindings) -> None:
        self.findings = findings
        self.postponed: list[PageSection] = []
        self.sentences: list[Line] = []

    def read_part(self, section: PageSection, around: str = "") -> None:
        """Read a subsection as the part that its heading names, or else as the part around it."""
        key = self.findings.key_of(section.title) or around or "description"
        if key == "applications" and around == "description":
            self.postponed.append(section)
        else:
            self.read_as(key, section)

    def read_as(self, key: str, section: PageSection) -> None:
        """Read a section as the part with a key."""
        if section.heading:
            self._read_heading(section.heading, key)
        if key == "applications":
            read_applications(section, self.findings)
            return
        for block in section.blocks:
            self.read_block(block, key)
        for child in section.sections:
            self.read_part(child, key)

    def read_block(self, block: Block, key: str) -> None:
        """Read a block of a part; a description can contain labeled facts."""
        if key != "description":
            self._read_facts(block, key)
            return
        for is_known, piece in self._split_facts(self._without_label(block)):
            if is_known:
                self._read_facts(piece)
            else:
                self.findings.add_block(piece)
                self._note_addresses(piece)
                self.sentences += piece.text_lines

    def guess_applications(self) -> None:
        """Take names from sentences such as *Over 40 applications, including SAP and Oracle*."""
        for line in self.sentences:
            for sentence in _SENTENCE_END.split(line.text):
                read = read_names(sentence, self.findings.vocabulary)
                words = reversed(words_of("".join(read.remarks[:1])))
                named = next((word for word in words if word not in _LEAD_WORDS), "")
                if not named.isdigit() and KEY_OF_WORD.get(named) != "applications":
                    continue
                found = {"applications_note": read.remarks, "applications": read.names}
                for key, texts in found.items():
                    for text in texts:
                        self.findings.add(key, line.lines, text, is_guess=True)

    def _read_facts(self, block: Block, key: str = "") -> None:
        """Read a block of labeled facts.

        Args:
            block: the block.
            key: the key of facts without a known label.
        """
        for element in block.children if block.is_list else ():
            if self._is_part(element):
                heading, *below = element.children
                self.read_part(PageSection(heading, 1, below))
                continue
            for line in element.head_lines:
                self._read_fact(line, key)
            for inner in element.below:
                self._read_facts(inner, key)
        if block.is_list:
            return
        if block.kind == "table" and not any(cell.tokens for cell in block.rows[0]):
            self.findings.report_change(block.children[0].lines, "", "An empty table header.")
        for line in block.text_lines:
            self._read_fact(line, key)
        if not block.text_lines:
            self.findings.add_block(block)

    def _read_fact(self, line: Line, key: str) -> None:
        meant = self.findings.key_of(line.label) if is_fact(line, self.findings) else ""
        if meant == "description":
            self.findings.add_block(paragraph(line.value))
        elif meant == "applications" and not line.addresses:
            read_application_line(line.value, self.findings)
        else:
            read_fact(line, self.findings, key)

    def _split_facts(self, block: Block) -> Iterator[tuple[bool, Block]]:
        """Split a block into runs of labeled facts and runs of text.

        A line with an unknown label is a fact if it has only an address and is next to known facts,
        or in a list of such lines.
        """
        pieces: Sequence[Block | Line] = block.text_lines if block.is_text else ()
        pieces = block.children if block.is_list else pieces
        bare = [_is_bare(piece) for piece in pieces]
        known = [self._is_known(piece) for piece in pieces]
        if not any(known) and not (block.is_list and any(map(_is_labeled, pieces))):
            yield False, block
            return
        told = map(any, zip(known, bare, strict=True))
        for is_known, run in groupby(zip(told, pieces, strict=True), key=itemgetter(0)):
            part = [piece for _, piece in run]
            yield is_known, block.part(part) if len(part) < len(pieces) else block

    def _is_known(self, piece: Block | Line) -> bool:
        if isinstance(piece, Line):
            return is_fact(piece, self.findings)
        if len(piece.children) > 1:
            return self._is_part(piece)
        return any(is_fact(line, self.findings) for line in piece.head_lines)

    def _is_part(self, element: Block) -> bool:
        """Return whether a list element is the name of a part, with a list below it."""
        if element.head is None or not element.below or not element.below[0].is_list:
            return False
        return bool(self.findings.key_of(element.head.text))

    def _note_addresses(self, block: Block) -> None:
        """Record an address that a sentence gives for contact or as the website."""
        for line in block.text_lines if block.is_text else ():
            key = self.findings.key_of(line.label)
            known = key if key in {"website", "contact"} else ""
            self.findings.addresses += [
                replace(
                    each,
                    key="website" if self._names_partner(each.text) else known,
                    is_in_text=True,
                )
                for each in line.addresses
            ]

    def _names_partner(self, text: str) -> bool:
        """Return whether a text is the name, also without spaces or its last words."""
        both = ("".join(words_of(each)) for each in (text, self.findings.name))
        short, long = sorted(both, key=len)
        return len(short) > _SHORT_NAME and long.startswith(short)

    def _without_label(self, block: Block) -> Block:
        """Remove *Description:* from the start of a paragraph."""
        line = block.line
        is_described = block.is_text and self.findings.key_of(line.label) == "description"
        return paragraph(line.value) if is_described and line.has_mark and line.after else block

    def _read_heading(self, heading: Block, key: str) -> None:
        title = heading.line.text.rstrip(" :")
        is_name_of_part = key != "description" and self.findings.key_of(title) == key
        if is_name_of_part or says_nothing(title, self.findings.name_words):
            self.findings.place(key, heading.lines)
        elif key == "description":
            self.findings.add_block(heading)
        else:
            self.findings.report_unplaced(heading.lines, title, _INNER_HEADING)
        if key == "applications" and any(map(str.isdigit, title)):
            self.findings.add("applications_note", heading.lines, title)


def _is_labeled(piece: Block | Line) -> bool:
    """Return whether an element of a list is an address, with a label and a mark at most."""
    line = piece.head if isinstance(piece, Block) else piece
    return line is not None and _is_bare(piece) and (line.has_mark or not line.words)


def _is_bare(piece: Block | Line) -> bool:
    """Return whether a line, or a list element that is one line, is only an address."""
    line = piece if isinstance(piece, Line) else None if piece.below else piece.head
    return line is not None and labels_only_an_address(line)
