"""Splits a page into sections: headings with the blocks and sections below them.

People also write a bold line, or a line with a colon, instead of a heading. Such a line counts as a
heading below all others. A line with a colon covers only the block right after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from catalog_tool.importers.markdown.blocks import Block, paragraph
from catalog_tool.importers.markdown.line import Address, Line
from catalog_tool.importers.markdown.words import CORE, Labels
from catalog_tool.importers.result import Lines
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.text.markup.tokens import text_token
from catalog_tool.text.name_finder import words_of

_SUMMARY = re.compile(
    r"\s*(?:<details[^<>]*>)?\s*<summary[^<>]*>\s*(?:<\w+>)?([^<>]+)(?:</\w+>)?\s*</summary>\s*",
    re.IGNORECASE,
)
_NAME, _PART, _INSIDE = 7, 8, 9
"""Levels of bold lines: a name before bold parts, a part, and any other line."""
RECORD = 10
"""Level of a record, such as a row of a table."""
_SHORT = 2
"""Most letters of a word that says nothing about an address."""


@dataclass(slots=True)
class PageSection:
    """A heading with everything below it.

    Attributes:
        heading: its heading, or the paragraph used as one; ``None`` for the page itself.
        level: level of the heading, from 1; 0 for the page itself.
        blocks: the blocks before its first subsection.
        sections: its subsections.
        key: the key of an entry that its heading means, or ``""``.
        category: the heading above the record and others like it, or ``""``.
    """

    heading: Block | None = None
    level: int = 0
    blocks: list[Block] = field(default_factory=list)
    sections: list[PageSection] = field(default_factory=list)
    key: str = ""
    category: str = ""

    @property
    def title(self) -> str:
        """The visible text of the heading, without a final colon."""
        return self.heading.line.text.rstrip(" :") if self.heading else ""

    @property
    def is_record(self) -> bool:
        """Whether it was a record in a list, a table, or a paragraph."""
        return self.level == RECORD

    @property
    def lines(self) -> Lines:
        """The lines from the heading to the end of the last block."""
        lines = [*self.own_lines(), *(section.lines for section in self.sections)]
        last = max((each.last for each in lines), default=1)
        return Lines(lines[0].first if lines else 1, last)

    def own_lines(self) -> Iterator[Lines]:
        """Yield the lines of the heading and of each block, without those of subsections."""
        yield from (block.lines for block in (self.heading, *self.blocks) if block)

    def walk(self) -> Iterator[Block]:
        """Yield the heading and the blocks with all blocks in them, and those of subsections."""
        for block in filter(None, (self.heading, *self.blocks)):
            yield from block.walk()
        for section in self.sections:
            yield from section.walk()

    def all_sections(self) -> Iterator[PageSection]:
        """Yield the section and all sections below it."""
        yield self
        for section in self.sections:
            yield from section.all_sections()

    @property
    def outside(self) -> list[Address]:
        """The addresses outside of tables that lead to other sites."""
        texts = (block for block in self.walk() if block.kind in {"paragraph", "heading"})
        return [each for text in texts for each in text.line.addresses if each.is_outside]

    @property
    def is_named_like_site(self) -> bool:
        """Whether a word of its name is in the domain of one of its addresses."""
        words = [word for word in words_of(self.title) if len(word) > _SHORT]
        domains = [each.owner for each in self.outside if "/" not in each.owner]
        return any(word in domain for domain in domains for word in words)


def outline(blocks: Sequence[Block], labels: Labels = CORE) -> PageSection:
    """Return the sections of a page."""
    page = PageSection()
    open_sections = [page]
    for block in _with_headings(blocks, labels):
        if isinstance(block, PageSection):
            block.key = labels.key_of(block.title)
            while open_sections[-1].level >= block.level:
                open_sections.pop()
            open_sections[-1].sections.append(block)
            if not block.blocks:
                open_sections.append(block)
        else:
            open_sections[-1].blocks.append(block)
    return page


def _with_headings(blocks: Sequence[Block], labels: Labels) -> Iterator[Block | PageSection]:
    """Yield the blocks, with headings as sections; a line with a colon already has its blocks."""
    separate = [part for block in blocks for part in _split(block, labels)]
    position = 0
    while position < len(separate):
        block = separate[position]
        position += 1
        if isinstance(block, PageSection):
            yield block
        elif block.kind == "heading":
            yield PageSection(block, int(block.mark[1:]))
        elif _is_bold(block):
            yield PageSection(block, _bold_level(block, separate[position : position + 1], labels))
        elif _announces(block, labels):
            end = _end_of_headed(separate, position, labels)
            headed = [each for each in separate[position:end] if isinstance(each, Block)]
            yield PageSection(block, _INSIDE, headed)
            position += len(headed)
        else:
            yield block


def _split(block: Block, labels: Labels) -> Iterator[Block | PageSection]:
    """Split a paragraph after a bold first line that is the heading of a part.

    A bold last line with a colon is one, too, if it says that applications follow.

    The summary of a details element, ``<summary>Applications</summary>``, is a heading, too.
    """
    if block.kind == "html_block" and (summary := _SUMMARY.fullmatch(block.source)):
        level = _PART if labels.key_of(summary.group(1)) else _INSIDE
        yield PageSection(paragraph(Line(block.lines, (text_token(summary.group(1)),))), level)
        return
    lines = block.text_lines if block.is_text else []
    if lines[1:] and lines[0].is_strong and labels.key_of(lines[0].text):
        yield paragraph(lines[0])
        yield block.after(lines[0])
    elif lines[1:] and _heads_list(lines[-1], labels):
        yield paragraph(*lines[:-1])
        yield paragraph(Line(lines[-1].lines, (text_token(lines[-1].text),)))
    else:
        yield block


def _heads_list(line: Line, labels: Labels) -> bool:
    is_heading = line.is_strong and line.text.endswith(":")
    return is_heading and labels.key_of(line.text) == "applications"


def _bold_level(block: Block, after: Sequence[Block | PageSection], labels: Labels) -> int:
    if labels.key_of(block.line.text):
        return _PART
    bold = [each for each in after if isinstance(each, Block) and _is_bold(each)]
    return _NAME if any(labels.key_of(each.line.text) for each in bold) else _INSIDE


def _is_bold(block: Block) -> bool:
    return _is_one_line(block) and block.line.is_strong


def _announces(block: Block, labels: Labels) -> bool:
    """Return whether a paragraph is only the name of a part: ``Supported applications:``."""
    line = block.line
    is_short = _is_one_line(block) and len(line.written) <= NAME_MAX_LENGTH
    return is_short and not line.addresses and bool(labels.key_of(line.text))


def _is_one_line(block: Block) -> bool:
    return block.is_text and block.lines.first == block.lines.last


def _end_of_headed(blocks: Sequence[Block | PageSection], start: int, labels: Labels) -> int:
    """Return the end of the blocks below a line with a colon: after a list, or after one block."""
    for position in range(start, len(blocks)):
        block = blocks[position]
        if isinstance(block, PageSection) or block.kind == "heading" or _is_bold(block):
            return min(position, start + 1)
        if _announces(block, labels):
            return min(position, start + 1)
        if block.is_list or block.kind == "table":
            return position + 1
    return min(start + 1, len(blocks))
