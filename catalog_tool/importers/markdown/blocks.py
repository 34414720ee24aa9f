"""The blocks of a page: what Markdown says its lines are, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from catalog_tool.importers.markdown.document import Document
from catalog_tool.importers.result import Lines
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.text.markup import parse_prose

_OPAQUE = {
    "html_block": "HTML",
    "fence": "code block",
    "code_block": "code block",
    "hr": "horizontal line",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; a paragraph that stands for one has a level below the six of Markdown."""

    lines: Lines
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, as Markdown."""

    lines: Lines
    text: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a list."""

    lines: Lines
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Its first paragraph on one line."""
        first = self.blocks[0] if self.blocks else None
        return " ".join(first.text.split()) if isinstance(first, Paragraph) else ""


@dataclass(frozen=True, slots=True)
class List:
    """A list of any kind."""

    lines: Lines
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, as Markdown."""

    lines: Lines
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    lines: Lines
    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """A block that is not read: HTML, code, a horizontal line."""

    lines: Lines
    kind: str
    text: str


Block = Heading | Paragraph | List | Table | Opaque


def read_blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document; what is quoted counts as if it were not."""
    return tuple(_blocks(parse_prose(document.text).tokens, document))


def _blocks(tokens: Sequence[Token], document: Document) -> Iterator[Block]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = _end(tokens, position)
        inner = tokens[position + 1 : end]
        position = end + 1
        if token.type == "blockquote_open":
            yield from _blocks(inner, document)
        elif token.map:
            yield _block(token, inner, document)


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return the position of the token that ends what the token at ``start`` begins."""
    level = tokens[start].level
    if tokens[start].nesting != 1:
        return start
    return next(n for n in range(start + 1, len(tokens)) if tokens[n].level == level)


def _block(token: Token, inner: Sequence[Token], document: Document) -> Block:
    lines = _lines(token, document)
    if token.type == "heading_open" and not _is_underlined_text(token, inner[0].content):
        return Heading(lines, int(token.tag[1:]), inner[0].content)
    if token.type in {"paragraph_open", "heading_open"}:
        return Paragraph(lines, inner[0].content)
    if token.type in {"bullet_list_open", "ordered_list_open"}:
        return List(lines, tuple(_elements(inner, document)))
    if token.type == "table_open":
        header, *rows = _rows(inner, lines)
        return Table(lines, header, tuple(rows))
    return Opaque(lines, _OPAQUE[token.type], document.excerpt(lines))


def _is_underlined_text(token: Token, text: str) -> bool:
    """Whether a line drawn under a paragraph makes a heading of it that nobody meant."""
    is_underlined = token.markup in {"-", "="}
    return is_underlined and ("\n" in text or len(text) > NAME_MAX_LENGTH)


def _elements(tokens: Sequence[Token], document: Document) -> Iterator[Element]:
    position = 0
    while position < len(tokens):
        end = _end(tokens, position)
        blocks = tuple(_blocks(tokens[position + 1 : end], document))
        yield Element(_lines(tokens[position], document), blocks)
        position = end + 1


def _rows(tokens: Sequence[Token], table: Lines) -> Iterator[Row]:
    """Yield the rows of a table; its second line only draws a line."""
    starts = [n for n, token in enumerate(tokens) if token.type == "tr_open"]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(tokens)], strict=True)):
        line = table.first + number + (number > 0)
        cells = tuple(token.content for token in tokens[start:end] if token.type == "inline")
        yield Row(Lines(line, line + (number == 0)), cells)


def _lines(token: Token, document: Document) -> Lines:
    first, end = token.map or (0, 1)
    last = max(end, first + 1)
    while last > first + 1 and not document.lines[last - 1].strip():
        last -= 1
    return Lines(first + 1, last)
