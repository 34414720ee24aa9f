"""Splits a page into sections: headings with the blocks and sections below them.

People also write a bold line, or a line with a colon, instead of a heading. Such a line counts as a
heading below all others. A line with a colon covers only the block right after it.
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
from catalog_tool.importers.markdown.words import part_of
from catalog_tool.importers.result import Lines
from catalog_tool.model.values import NAME_MAX_LENGTH

_SUMMARY = re.compile(
    r"\s*(?:<details[^<>]*>)?\s*<summary[^<>]*>\s*(?:<\w+>)?([^<>]+)(?:</\w+>)?\s*</summary>\s*",
    re.IGNORECASE,
)
_NAME, _PART, _INSIDE = 7, 8, 9
"""Levels of bold lines: a name before bold parts, a part, and any other line."""
RECORD = 10
"""Level of a record, such as a row of a table."""


@dataclass(slots=True)
class PageSection:
    """A heading with everything below it.

    Attributes:
        heading: its heading, or the paragraph used as one; ``None`` for the page itself.
        level: level of the heading, from 1; 0 for the page itself.
        blocks: the blocks before its first subsection.
        sections: its subsections.
        category: the heading above the record and others like it, or ``""``.
    """

    heading: SyntaxTreeNode | None = None
    level: int = 0
    blocks: list[SyntaxTreeNode] = field(default_factory=list)
    sections: list[PageSection] = field(default_factory=list)
    category: str = ""

    @property
    def title(self) -> str:
        """The visible text of the heading, without a final colon."""
        return line_of(self.heading).text.rstrip(" :") if self.heading else ""

    @property
    def lines(self) -> Lines:
        """The lines from the heading to the end of the last block."""
        lines = [*self.own_lines(), *(section.lines for section in self.sections)]
        last = max((each.last for each in lines), default=1)
        return Lines(lines[0].first if lines else 1, last)

    def walk(self) -> Iterator[SyntaxTreeNode]:
        """Yield the heading and the blocks, including those of subsections."""
        yield from [self.heading] if self.heading else []
        yield from self.blocks
        for section in self.sections:
            yield from section.walk()

    def all_sections(self) -> Iterator[PageSection]:
        """Yield the section and all sections below it."""
        yield self
        for section in self.sections:
            yield from section.all_sections()

    def own_lines(self) -> Iterator[Lines]:
        """Yield the lines of the heading and of each block, without those of subsections."""
        if self.heading:
            yield lines_of(self.heading)
        yield from map(lines_of, self.blocks)


def outline(blocks: Sequence[SyntaxTreeNode]) -> PageSection:
    """Return the sections of a page."""
    page = PageSection()
    open_sections = [page]
    for block in _with_headings(blocks):
        if isinstance(block, PageSection):
            while open_sections[-1].level >= block.level:
                open_sections.pop()
            open_sections[-1].sections.append(block)
            if not block.blocks:
                open_sections.append(block)
        else:
            open_sections[-1].blocks.append(block)
    return page


def _with_headings(blocks: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode | PageSection]:
    """Yield the blocks, with headings as sections; a line with a colon already has its blocks."""
    separate = [part for block in blocks for part in _parts(block)]
    position = 0
    while position < len(separate):
        block = separate[position]
        position += 1
        if isinstance(block, PageSection):
            yield block
        elif block.type == "heading":
            yield PageSection(block, int(block.tag[1:]))
        elif _is_bold_line(block):
            yield PageSection(block, _bold_level(block, separate[position : position + 1]))
        elif _announces(block):
            end = _end_of_headed(separate, position)
            headed = [each for each in separate[position:end] if not isinstance(each, PageSection)]
            yield PageSection(block, _INSIDE, headed)
            position += len(headed)
        else:
            yield block


def _parts(block: SyntaxTreeNode) -> Iterator[SyntaxTreeNode | PageSection]:
    """Split a paragraph after a bold first line that is the heading of a part.

    The summary of a details element, ``<summary>Applications</summary>``, is a heading, too.
    """
    if block.type == "html_block" and (summary := _SUMMARY.fullmatch(block.content)):
        text = Token("text", "", 0, content=summary.group(1))
        level = _PART if part_of(summary.group(1)) else _INSIDE
        yield PageSection(paragraph(Line(lines_of(block), (text,))), level)
        return
    lines = read_lines(block) if block.type == "paragraph" else []
    if lines[1:] and lines[0].is_strong and part_of(lines[0].text):
        yield paragraph(lines[0])
        yield after_line(block, lines[0])
    else:
        yield block


def _bold_level(block: SyntaxTreeNode, following: Sequence[SyntaxTreeNode | PageSection]) -> int:
    if part_of(line_of(block).text):
        return _PART
    is_followed_by_part = any(
        not isinstance(after, PageSection) and _is_bold_line(after) and part_of(line_of(after).text)
        for after in following
    )
    return _NAME if is_followed_by_part else _INSIDE


def _is_bold_line(block: SyntaxTreeNode) -> bool:
    return block.type == "paragraph" and _is_one_line(block) and line_of(block).is_strong


def _announces(block: SyntaxTreeNode) -> bool:
    """Return whether a paragraph is only the name of a part: ``Supported applications:``."""
    if block.type != "paragraph" or not _is_one_line(block):
        return False
    line = line_of(block)
    is_short = len(line.written) <= NAME_MAX_LENGTH
    return is_short and not line.addresses and part_of(line.text) is not None


def _is_one_line(block: SyntaxTreeNode) -> bool:
    lines = lines_of(block)
    return lines.first == lines.last


def _end_of_headed(blocks: Sequence[SyntaxTreeNode | PageSection], start: int) -> int:
    """Return the end of the blocks below a line with a colon: after a list, or after one block."""
    for position in range(start, len(blocks)):
        block = blocks[position]
        if isinstance(block, PageSection) or block.type == "heading" or _heads(block):
            return min(position, start + 1)
        if block.type in LISTS or block.type == "table":
            return position + 1
    return min(start + 1, len(blocks))


def _heads(block: SyntaxTreeNode) -> bool:
    return _is_bold_line(block) or _announces(block)
