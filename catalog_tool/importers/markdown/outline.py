"""The sections of a page: a heading with the blocks and sections under it.

People also write a line in bold, or a line with a colon, where a heading is meant. Such a line
counts as a heading below all others. One with a colon only heads what follows right after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.nodes import (
    LISTS,
    after_line,
    line_of,
    lines_of,
    paragraph,
    read_lines,
)
from catalog_tool.importers.markdown.tables import header_of, is_partner_file, partners_of
from catalog_tool.importers.markdown.words import part_of
from catalog_tool.importers.result import Lines
from catalog_tool.model.values import NAME_MAX_LENGTH

_SUMMARY = re.compile(
    r"\s*(?:<details[^<>]*>)?\s*<summary[^<>]*>\s*(?:<\w+>)?([^<>]+)(?:</\w+>)?\s*</summary>\s*",
    re.IGNORECASE,
)
_NAME, _PART, _INSIDE = 7, 8, 9
"""Levels of bold lines: one that bold parts follow, a part, and any other."""


@dataclass(slots=True)
class Section:
    """A heading with everything under it.

    Attributes:
        heading: its heading, or the paragraph that stands for one; ``None`` for the page itself.
        level: level of the heading, from 1; 0 for the page itself.
        blocks: the blocks before its first subsection.
        sections: its subsections.
    """

    heading: SyntaxTreeNode | None = None
    level: int = 0
    blocks: list[SyntaxTreeNode] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The heading as it is read, without a colon after it."""
        return line_of(self.heading).text.rstrip(" :") if self.heading else ""

    @property
    def lines(self) -> Lines:
        """From the heading to the last line of the last block."""
        lines = [*self.own_lines(), *(section.lines for section in self.sections)]
        last = max((each.last for each in lines), default=1)
        return Lines(lines[0].first if lines else 1, last)

    def walk(self) -> Iterator[SyntaxTreeNode]:
        """Yield the heading and the blocks, those of subsections too."""
        yield from [self.heading] if self.heading else []
        yield from self.blocks
        for section in self.sections:
            yield from section.walk()

    def own_lines(self) -> Iterator[Lines]:
        """Yield the lines of the heading and of each block, without those of subsections."""
        if self.heading:
            yield lines_of(self.heading)
        yield from map(lines_of, self.blocks)


def outline(blocks: Sequence[SyntaxTreeNode]) -> Section:
    """Return the sections of a page."""
    page = Section()
    open_sections = [page]
    for block in _with_headings(blocks):
        if isinstance(block, Section):
            while open_sections[-1].level >= block.level:
                open_sections.pop()
            open_sections[-1].sections.append(block)
            if not block.blocks:
                open_sections.append(block)
        else:
            open_sections[-1].blocks.append(block)
    return page


def _with_headings(blocks: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode | Section]:
    """Yield the blocks, headings as sections; a line with a colon has what it heads already."""
    separate = [part for block in blocks for part in _parts(block)]
    position = 0
    while position < len(separate):
        block = separate[position]
        position += 1
        if isinstance(block, Section):
            yield block
        elif block.type == "heading":
            yield Section(block, int(block.tag[1:]))
        elif is_partner_file(block):
            yield header_of(block)
            yield from (Section(name, _INSIDE, facts) for name, facts in partners_of(block))
        elif _is_bold_line(block):
            yield Section(block, _bold_level(block, separate[position : position + 1]))
        elif _announces(block):
            end = _end_of_headed(separate, position)
            headed = [each for each in separate[position:end] if not isinstance(each, Section)]
            yield Section(block, _INSIDE, headed)
            position += len(headed)
        else:
            yield block


def _parts(block: SyntaxTreeNode) -> Iterator[SyntaxTreeNode | Section]:
    """Split a paragraph after a first line in bold that is the heading of a part.

    What opens a fold-out, ``<summary>Applications</summary>``, is a heading too.
    """
    if block.type == "html_block" and (summary := _SUMMARY.fullmatch(block.content)):
        text = Token("text", "", 0, content=summary.group(1))
        level = _PART if part_of(summary.group(1)) else _INSIDE
        yield Section(paragraph(Line(lines_of(block), (text,))), level)
        return
    lines = read_lines(block) if block.type == "paragraph" else []
    if lines[1:] and lines[0].is_strong and part_of(lines[0].text):
        yield paragraph(lines[0])
        yield after_line(block, lines[0])
    else:
        yield block


def _bold_level(block: SyntaxTreeNode, following: Sequence[SyntaxTreeNode | Section]) -> int:
    if part_of(line_of(block).text):
        return _PART
    is_followed_by_part = any(
        not isinstance(after, Section) and _is_bold_line(after) and part_of(line_of(after).text)
        for after in following
    )
    return _NAME if is_followed_by_part else _INSIDE


def _is_bold_line(block: SyntaxTreeNode) -> bool:
    return block.type == "paragraph" and _is_one_line(block) and line_of(block).is_strong


def _announces(block: SyntaxTreeNode) -> bool:
    """Whether a paragraph is only the name of a part: ``Supported applications:``."""
    if block.type != "paragraph" or not _is_one_line(block):
        return False
    line = line_of(block)
    is_short = len(line.written) <= NAME_MAX_LENGTH
    return is_short and not line.addresses and part_of(line.text) is not None


def _is_one_line(block: SyntaxTreeNode) -> bool:
    lines = lines_of(block)
    return lines.first == lines.last


def _end_of_headed(blocks: Sequence[SyntaxTreeNode | Section], start: int) -> int:
    """Return where what a line with a colon heads ends: after the first list, or one block."""
    for position in range(start, len(blocks)):
        block = blocks[position]
        if isinstance(block, Section) or block.type == "heading" or _heads(block):
            return min(position, start + 1)
        if block.type in LISTS or block.type == "table":
            return position + 1
    return min(start + 1, len(blocks))


def _heads(block: SyntaxTreeNode) -> bool:
    return _is_bold_line(block) or _announces(block)
