"""Splits a page into sections: headings with the blocks and sections below them.

People also write a bold line, or a line with a colon, instead of a heading. Such a line counts as a
heading below all others. A line with a colon covers only the block right after it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from catalog_tool.importers.address import Address
from catalog_tool.importers.markdown.blocks import Block, paragraph
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.names import is_statement
from catalog_tool.importers.result import Lines
from catalog_tool.importers.words import CORE, Labels, names_partners
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.text.markup.tokens import text_token

_SUMMARY = re.compile(
    r"\s*(?:<details[^<>]*>)?\s*<summary[^<>]*>\s*(?:<\w+>)?([^<>]+)(?:</\w+>)?\s*</summary>\s*",
    re.IGNORECASE,
)
_NAME, _PART, _INSIDE = 7, 8, 9
BOLD = range(_NAME, _INSIDE + 1)
"""Levels of bold lines: a name before bold parts, a part, and any other line."""
RECORD = 10
"""Level of a record, such as a row of a table."""


@dataclass(slots=True, eq=False)
class PageSection:
    """A heading with everything below it.

    Attributes:
        heading: its heading, or the paragraph used as one; ``None`` for the page itself.
        level: level of the heading, from 1; 0 for the page itself.
        blocks: the blocks before its first subsection.
        sections: its subsections.
        key: the key of an entry that its heading means, or ``""``.
        announces: whether its heading says that partners follow.
        category: the heading above the record and others like it, or ``""``.
    """

    heading: Block | None = None
    level: int = 0
    blocks: list[Block] = field(default_factory=list)
    sections: list[PageSection] = field(default_factory=list)
    key: str = ""
    announces: bool = False
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
        first = min((each.first for each in lines), default=1)
        return Lines(first, max((each.last for each in lines), default=1))

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
        """Whether a word of its name is in the domain of one of its addresses.

        The text of a link below a heading can also be its name.
        """
        linked = () if self.is_record else self.outside
        is_linked = any(each.text == self.title != "" for each in linked)
        return is_linked or any(each.is_like(self.title) for each in self.outside)


def outline(blocks: Sequence[Block], labels: Labels = CORE, title: str = "") -> PageSection:
    """Return the sections of a page, which can have a title beside its headings."""
    page = PageSection(announces=names_partners(title, title))
    open_sections = [page]
    subject = title
    for block in _with_headings(blocks, labels):
        if isinstance(block, PageSection):
            block.key = labels.key_of(block.title)
            subject = subject or block.title
            block.announces = names_partners(block.title, subject)
            while open_sections[-1].level >= block.level:
                open_sections.pop()
            open_sections[-1].sections.append(block)
            if not block.blocks:
                open_sections.append(block)
        else:
            open_sections[-1].blocks.append(block)
    return page


def cut_footer(found: Sequence[PageSection]) -> None:
    """Cut what follows a horizontal line in the last of several partners, if no other has one."""
    *others, last = found or [PageSection()]
    if not others or any(block.kind == "hr" for each in others for block in [*each.walk()][:-1]):
        return
    while last.sections:
        last = last.sections[-1]
    kinds = [block.kind for block in last.blocks]
    if "hr" in kinds:
        del last.blocks[kinds.index("hr") :]


def _with_headings(blocks: Sequence[Block], labels: Labels) -> Iterator[Block | PageSection]:
    """Yield the blocks, with headings as sections; a line with a colon already has its blocks."""
    separate = deque(part for block in blocks for part in _split(block, labels))
    while separate:
        block = separate.popleft()
        if isinstance(block, PageSection):
            yield block
        elif block.kind == "heading":
            yield PageSection(block, int(block.mark[1:]))
        elif _is_bold(block):
            is_before_part = separate and _heads_part(separate[0], labels)
            outer = _NAME if is_before_part else _INSIDE
            yield PageSection(block, _PART if labels.key_of(block.line.text) else outer)
        elif _announces(block, labels):
            headed = _headed(separate)
            yield PageSection(block, _INSIDE, headed)
            for _ in headed:
                separate.popleft()
        else:
            yield block


def _split(block: Block, labels: Labels) -> Iterator[Block | PageSection]:
    """Split a paragraph at its bold lines that are headings of parts.

    The summary of a details element is a heading, too: ``<summary>Applications</summary>``.
    """
    if block.kind == "html_block" and (summary := _SUMMARY.fullmatch(block.source)):
        level = _PART if labels.key_of(summary.group(1)) else _INSIDE
        yield PageSection(paragraph(Line(block.lines, (text_token(summary.group(1)),))), level)
        return
    lines = block.text_lines if block.is_text else []
    runs = groupby(lines, lambda each: _is_part(each, labels))
    parts = [(is_part, list(run)) for is_part, run in runs]
    if not parts[1:]:
        yield block
        return
    for is_part, run in parts:
        yield from map(_heading, run) if is_part else [paragraph(*run)]


def _heading(line: Line) -> Block:
    """Return a bold line as a paragraph; with a colon, it covers only what is right below it."""
    is_label = line.text.endswith(":")
    return paragraph(Line(line.lines, (text_token(line.text),)) if is_label else line)


def _is_part(line: Line, labels: Labels) -> bool:
    return line.is_strong and bool(labels.key_of(line.text))


def _heads_part(block: Block | PageSection, labels: Labels) -> bool:
    return isinstance(block, Block) and _is_bold(block) and bool(labels.key_of(block.line.text))


def _is_bold(block: Block) -> bool:
    return block.is_one_line and block.line.is_strong and not is_statement(block.line.text)


def _announces(block: Block, labels: Labels) -> bool:
    """Return whether a paragraph is only the name of a part: ``Supported applications:``."""
    line = block.line
    is_short = block.is_one_line and len(line.written) <= NAME_MAX_LENGTH
    return is_short and not line.addresses and bool(labels.key_of(line.text))


def _headed(blocks: Iterable[Block | PageSection]) -> list[Block]:
    """Return the blocks below a line with a colon: up to a list or a table, or only one block."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, PageSection) or block.kind == "heading" or _is_bold(block):
            break
        found.append(block)
        if block.is_list or block.kind == "table":
            return found
    return found[:1]
