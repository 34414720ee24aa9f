"""The sections of a page: a heading with the blocks and sections under it.

People also write a line in bold, or a line with a colon, where a heading is meant. Such a line
counts as a heading below all others. One with a colon only heads what follows right after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from catalog_tool.importers.markdown.blocks import Block, Heading, List, Opaque, Paragraph, Table
from catalog_tool.importers.markdown.inline import Words, bits_of, is_all_strong, plain
from catalog_tool.importers.markdown.rows import is_of_partners, partners_of
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
        heading: its heading; ``None`` for the page itself.
        blocks: the blocks before its first subsection.
        sections: its subsections.
    """

    heading: Heading | None = None
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The heading as it is read, without a colon after it."""
        return plain(bits_of(self.heading.text)).rstrip(" :") if self.heading else ""

    @property
    def level(self) -> int:
        """Level of the heading, from 1; 0 for the page itself."""
        return self.heading.level if self.heading else 0

    @property
    def lines(self) -> Lines:
        """From the heading to the last line of the last block."""
        parts = [*([self.heading] if self.heading else []), *self.blocks, *self.sections]
        lines = [part.lines for part in parts]
        last = max((each.last for each in lines), default=1)
        return Lines(lines[0].first if lines else 1, last)

    def own_lines(self) -> Iterator[Lines]:
        """Yield the lines of the heading and of each block, without those of subsections."""
        if self.heading:
            yield self.heading.lines
        yield from (block.lines for block in self.blocks)


def outline(blocks: Sequence[Block]) -> Section:
    """Return the sections of a page."""
    page = Section()
    open_sections = [page]
    for block, following in _with_headings(blocks):
        if isinstance(block, Heading):
            while open_sections[-1].level >= block.level:
                open_sections.pop()
            section = Section(block, list(following))
            open_sections[-1].sections.append(section)
            if not following:
                open_sections.append(section)
        else:
            open_sections[-1].blocks.append(block)
    return page


def _with_headings(blocks: Sequence[Block]) -> Iterator[tuple[Block, Sequence[Block]]]:
    """Yield the blocks, meant headings as headings; and what one with a colon heads, beside it."""
    separate = [part for block in blocks for part in _parts(block)]
    position = 0
    while position < len(separate):
        block = separate[position]
        position += 1
        if isinstance(block, Table) and is_of_partners(block):
            yield Paragraph(block.header.lines, " | ".join(block.header.cells)), ()
            yield from partners_of(block, _INSIDE)
        elif isinstance(block, Paragraph) and _is_bold_line(block):
            level = _bold_level(block, separate[position : position + 1])
            yield Heading(block.lines, level, block.text), ()
        elif isinstance(block, Paragraph) and _announces(block):
            end = _end_of_headed(separate, position)
            yield Heading(block.lines, _INSIDE, block.text), separate[position:end]
            position = end
        else:
            yield block, ()


def _parts(block: Block) -> Iterator[Block]:
    """Split a paragraph after a first line in bold that is the heading of a part.

    What opens a fold-out, ``<summary>Applications</summary>``, is a heading too.
    """
    if isinstance(block, Opaque) and (summary := _SUMMARY.fullmatch(block.text)):
        level = _PART if part_of(summary.group(1)) else _INSIDE
        yield Heading(block.lines, level, summary.group(1))
        return
    if isinstance(block, Paragraph) and "\n" in block.text:
        first, _, rest = block.text.partition("\n")
        if is_all_strong(first) and part_of(plain(bits_of(first))):
            start, last = block.lines.first, block.lines.last
            yield Paragraph(Lines(start, start), first)
            yield Paragraph(Lines(start + 1, last), rest)
            return
    yield block


def _bold_level(block: Paragraph, following: Sequence[Block]) -> int:
    if part_of(plain(bits_of(block.text))):
        return _PART
    is_followed_by_part = any(
        isinstance(after, Paragraph)
        and _is_bold_line(after)
        and part_of(plain(bits_of(after.text)))
        for after in following
    )
    return _NAME if is_followed_by_part else _INSIDE


def _is_bold_line(block: Paragraph) -> bool:
    return "\n" not in block.text and is_all_strong(block.text)


def _announces(block: Paragraph) -> bool:
    """Whether a paragraph is only the name of a part: ``Supported applications:``."""
    if "\n" in block.text or len(block.text) > NAME_MAX_LENGTH:
        return False
    bits = bits_of(block.text)
    return all(isinstance(bit, Words) for bit in bits) and part_of(plain(bits)) is not None


def _end_of_headed(blocks: Sequence[Block], start: int) -> int:
    """Return where what a line with a colon heads ends: after the first list, or one block."""
    for position in range(start, len(blocks)):
        block = blocks[position]
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and _heads(block)):
            return min(position, start + 1)
        if isinstance(block, List | Table):
            return position + 1
    return min(start + 1, len(blocks))


def _heads(block: Paragraph) -> bool:
    return _is_bold_line(block) or _announces(block)
