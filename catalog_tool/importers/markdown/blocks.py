"""The blocks of a page: paragraphs, headings, lists, and tables with their lines."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markdown_it.token import Token

from catalog_tool.importers.markdown.line import BREAKS, Line, with_sites
from catalog_tool.importers.result import Lines
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.text.markup.html_in_page import LINE_BREAK
from catalog_tool.text.markup.page import inline_of
from catalog_tool.text.markup.tokens import cut, text_token

# Bullets that Markdown doesn't know, such as emoji, and the checked box of a task.
_BULLET = re.compile(r"\A\s*(?:[•·▪◦‣●○■►➤✓✔]\s*|\[[xX]\]\s+|[^\w\s!-~]\ufe0f?\s+)")


@dataclass(frozen=True, eq=False)
class Block:
    """A block of a page, or a part of one.

    Attributes:
        kind: its type, as markdown-it calls it.
        lines: its lines.
        tokens: the inline tokens of a paragraph, a heading, or a cell.
        children: the elements of a list, the blocks of an element, the rows of a table, or cells.
        source: the text of a paragraph, a heading, HTML, or code, as it is written.
        mark: what a list element starts with, the tag of a heading, or whether text is ``loose``.
    """

    kind: str
    lines: Lines
    tokens: tuple[Token, ...] = ()
    children: tuple[Block, ...] = ()
    source: str = ""
    mark: str = ""

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return self.kind in {"bullet_list", "ordered_list"}

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph."""
        return self.kind == "paragraph"

    @property
    def is_one_line(self) -> bool:
        """Whether it is a paragraph without line breaks."""
        return self.is_text and not any(token.type in BREAKS for token in self.tokens)

    @cached_property
    def line(self) -> Line:
        """The text of a paragraph, a heading, or a cell as one line."""
        return Line(self.lines, self.tokens)

    @property
    def head(self) -> Line | None:
        """The paragraph that a list element starts with, as one line."""
        return self.children[0].line if self.children and self.children[0].is_text else None

    @property
    def below(self) -> tuple[Block, ...]:
        """The blocks of a list element after the paragraph that it starts with."""
        return self.children[1:] if self.head else self.children

    @cached_property
    def head_lines(self) -> list[Line]:
        """The lines of the first paragraph of a list element, separated by hard breaks."""
        return lines_in(self.head, ("hardbreak",)) if self.head else []

    @property
    def rows(self) -> list[list[Line]]:
        """The cells of each row of a table, starting with the header and its delimiter row."""
        return [[cell.line for cell in row.children] for row in self.children]

    @cached_property
    def text_lines(self) -> list[Line]:
        """Each line, list element, or row; empty if it contains other blocks."""
        if self.is_text:
            return lines_in(self.line)
        if self.is_list:
            is_flat = all(len(each.children) == 1 and each.head for each in self.children)
            return [line for each in self.children for line in each.head_lines if is_flat]
        rows = self.rows if self.kind == "table" else []
        told = [cells for row in rows if (cells := [cell for cell in row if cell.tokens])]
        joined = map(_line_of_cells, told)
        return [line for row in joined for line in lines_in(row, ("hardbreak",))]

    def walk(self) -> Iterator[Block]:
        """Yield the block and all blocks in it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def part(self, pieces: Sequence[Block | Line]) -> Block:
        """Return the block with only some of its list elements or lines."""
        elements = tuple(each for each in pieces if isinstance(each, Block))
        lines = [each for each in pieces if isinstance(each, Line)]
        if lines:
            return paragraph(*lines)
        where = Lines(elements[0].lines.first, elements[-1].lines.last)
        return replace(self, lines=where, children=elements)


def read_blocks(tokens: Iterable[Token]) -> tuple[Block, ...]:
    """Return the blocks of a page. The blocks of a quotation are blocks of the page."""
    within: list[list[Block]] = [[]]
    openings: list[Token] = []
    text: Token | None = None
    for token in tokens:
        if token.nesting == 1:
            openings.append(token)
            within.append([])
        elif token.type == "inline":
            text = token
        else:
            opening = openings.pop() if token.nesting else token
            children = within.pop() if token.nesting else []
            is_frame = opening.tag in {"blockquote", "thead", "tbody"}
            around = openings[-1] if openings else opening
            within[-1] += children if is_frame else [_block(opening, text, children, around)]
            text = None
    return tuple(within[0])


def _block(token: Token, text: Token | None, children: Sequence[Block], around: Token) -> Block:
    """Return a block; an underlined paragraph that is too long for a heading stays a paragraph."""
    start, end = token.map or around.map or (0, 1)
    lines = Lines(start + 1, end + ("thead" in {token.tag, around.tag} or token.tag == "th"))
    source = text.content if text else token.content
    is_long = token.markup in {"-", "="} and ("\n" in source or len(source) > NAME_MAX_LENGTH)
    kind = token.type.removesuffix("_open")
    kind = "paragraph" if kind == "heading" and is_long else kind
    mark = f"{token.info}{token.markup} " if kind == "list_item" else token.tag
    if kind == "paragraph":
        mark = "" if token.hidden else "loose"
    tokens = with_sites(inline_of(text)) if text else ()
    return Block(kind, lines, tokens, tuple(children), source, mark)


def paragraph(*lines: Line) -> Block:
    """Return lines as a paragraph."""
    tokens = [token for line in lines for token in (*line.tokens, Token("softbreak", "br", 0))]
    where = Lines(lines[0].lines.first, lines[-1].lines.last)
    return Block("paragraph", where, tuple(tokens[:-1]), mark="loose")


def lines_in(line: Line, breaks: Container[str] = BREAKS) -> list[Line]:
    """Return the lines of a text that show something, without leading bullets.

    Args:
        line: the text.
        breaks: the types of tokens that end a line.
    """
    tokens, last = _without_bullet(line.tokens), line.lines.last
    ends = [*(n for n, token in enumerate(tokens) if token.type in breaks), len(tokens)]
    if len(ends) == 1 and tokens == line.tokens:
        return [line] if line.text or line.addresses else []
    starts = [0, *(end + 1 for end in ends)]
    found = []
    after = line.lines.first
    for start, end, piece in zip(
        starts, ends, cut(tokens, *zip(starts, ends, strict=False)), strict=False
    ):
        first = min(after + _count_breaks(tokens[max(start - 1, 0) : start]), last)
        after = min(first + _count_breaks(tokens[start:end]), last)
        where = Lines(first, last if end == len(tokens) else after)
        one = Line(where, _without_bullet(piece))
        if one.text or one.addresses or one.has_picture:
            found.append(one)
    return found


def _count_breaks(tokens: Sequence[Token]) -> int:
    return sum(token.type in BREAKS and token.markup != LINE_BREAK for token in tokens)


def _without_bullet(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    first = tokens[0] if tokens else None
    if first is None or first.type != "text" or not _BULLET.match(first.content):
        return tokens
    return (text_token(_BULLET.sub("", first.content)), *tokens[1:])


def _line_of_cells(cells: Sequence[Line]) -> Line:
    """Return the cells of a row as one line, in which each is a label of those after it."""
    tokens = list(cells[0].tokens)
    ends = set()
    for cell in cells[1:]:
        tokens += text_token(": "), *cell.tokens
        ends.add(len(tokens) - 1)
    return Line(cells[-1].lines, with_sites(tuple(tokens), ends)) if ends else cells[0]
