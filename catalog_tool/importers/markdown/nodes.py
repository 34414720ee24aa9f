"""Reads the blocks of a page, which are nodes of markdown-it's tree: their lines and content."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import reduce, wraps
from itertools import chain
from typing import TypeVar
from weakref import WeakKeyDictionary

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.line import Line, closing, follow, shown, without_empty_spans
from catalog_tool.importers.result import Lines
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.text.markup.html_in_page import LINE_BREAK
from catalog_tool.text.markup.page import inline_of, inline_token

# Bullets that Markdown doesn't know, and the checked box of a task.
_BULLET = re.compile(r"\A\s*(?:[•·▪◦‣●○■►➤✓✔]\s*|\[[xX]\]\s+)")
LISTS = frozenset({"bullet_list", "ordered_list"})
_Read = TypeVar("_Read")


def _once(read: Callable[[SyntaxTreeNode], _Read]) -> Callable[[SyntaxTreeNode], _Read]:
    """Remember what was read from a block as long as the block exists."""
    known: WeakKeyDictionary[SyntaxTreeNode, _Read] = WeakKeyDictionary()

    @wraps(read)
    def read_once(node: SyntaxTreeNode) -> _Read:
        if node not in known:
            known[node] = read(node)
        return known[node]

    return read_once


def blocks_in(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """Yield the blocks in a page, a quotation or a list element.

    The blocks of a quotation count as blocks of the page. An underlined paragraph that is too long
    for a heading stays a paragraph.
    """
    for block in node.children:
        if block.type == "blockquote":
            yield from blocks_in(block)
        elif block.type == "heading" and _is_underlined_text(block):
            yield paragraph(line_of(block))
        else:
            yield block


def lines_of(node: SyntaxTreeNode) -> Lines:
    """Return the lines of a block or a cell, from 1."""
    start, end = node.map or next((each.map for each in node.children if each.map), (0, 1))
    return Lines(start + 1, end)


@_once
def line_of(node: SyntaxTreeNode) -> Line:
    """Return the text of a paragraph, a heading or a cell as one line."""
    return Line(lines_of(node), inline_of(node))


@_once
def read_lines(node: SyntaxTreeNode) -> Sequence[Line]:
    """Return each line, list element or row of a block; empty if it contains other blocks."""
    if node.type == "paragraph":
        return list(lines_in(inline_of(node), lines_of(node)))
    if node.type in LISTS:
        elements = [list(blocks_in(element)) for element in node.children]
        is_flat = all(len(each) == 1 and each[0].type == "paragraph" for each in elements)
        return list(chain.from_iterable(map(element_lines, node.children))) if is_flat else []
    if node.type == "table":
        return [line for row in rows_of(node) for line in _row_lines(row)]
    return []


def lines_in(
    tokens: Sequence[Token], lines: Lines, breaks: Container[str] = ("softbreak", "hardbreak")
) -> Iterator[Line]:
    """Yield the lines of inline tokens that show something, without leading bullets.

    Args:
        tokens: the tokens.
        lines: their lines in the page.
        breaks: the types of tokens that end a line.
    """
    line: list[Token] = []
    spans: list[Token] = []
    first = number = lines.first
    for token in tokens:
        is_end = token.type in breaks
        if is_end:
            yield from _close_line(line, spans, Lines(first, number))
            line = list(spans)
        else:
            line.append(token)
            follow(spans, token)
        if token.type in {"softbreak", "hardbreak"} and token.markup != LINE_BREAK:
            number = min(number + 1, lines.last)
        first = number if is_end else first
    yield from _close_line(line, spans, Lines(first, lines.last))


def _close_line(tokens: list[Token], spans: list[Token], lines: Lines) -> Iterator[Line]:
    line = Line(lines, _without_bullet(without_empty_spans([*tokens, *closing(spans)])))
    if line.text or line.addresses:
        yield line


def element_lines(element: SyntaxTreeNode) -> list[Line]:
    """Return the lines of the first paragraph of a list element, separated by hard breaks."""
    line = head_of(element)
    return list(lines_in(line.tokens, line.lines, {"hardbreak"})) if line else []


@_once
def head_of(element: SyntaxTreeNode) -> Line | None:
    """Return the paragraph that a list element starts with, as one line."""
    first = next(blocks_in(element), None)
    return line_of(first) if first and first.type == "paragraph" else None


def below_head(element: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    """Return the blocks of a list element after the paragraph that it starts with."""
    blocks = list(blocks_in(element))
    return blocks[1:] if head_of(element) else blocks


def rows_of(table: SyntaxTreeNode) -> list[list[Line]]:
    """Return the cells of each row of a table, starting with the header and its delimiter row."""
    rows = [row for part in table.children for row in part.children]
    found = []
    for row in rows:
        first, last = (row.map or (0, 1))[0] + 1, (row.map or (0, 1))[1]
        lines = Lines(first, last + (row is rows[0]))
        found.append([Line(lines, inline_of(cell)) for cell in row.children])
    return found


def paragraph(*lines: Line) -> SyntaxTreeNode:
    """Return lines as a paragraph."""
    tokens = [token for line in lines for token in (*line.tokens, Token("softbreak", "br", 0))][:-1]
    where = [lines[0].lines.first - 1, lines[-1].lines.last]
    return _node(Token("paragraph_open", "p", 1, map=where), [inline_token(tokens, where)])


def after_line(block: SyntaxTreeNode, line: Line) -> SyntaxTreeNode:
    """Return a paragraph without its first visible line."""
    tokens = inline_of(block)
    last = lines_of(block).last
    spans: list[Token] = []
    for position, token in enumerate(tokens):
        if token.type in {"softbreak", "hardbreak"} and shown(tokens[:position]):
            rest = (*spans, *tokens[position + 1 :])
            return paragraph(Line(Lines(min(line.lines.last + 1, last), last), rest))
        follow(spans, token)
    return block


def part_of_list(node: SyntaxTreeNode, elements: Sequence[SyntaxTreeNode]) -> SyntaxTreeNode:
    """Return a list with some elements of a list."""
    opening = node.to_tokens()[0]
    where = [lines_of(elements[0]).first - 1, lines_of(elements[-1]).last]
    inner = chain.from_iterable(element.to_tokens() for element in elements)
    return _node(opening.copy(map=where), inner)


def _without_bullet(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    first = tokens[0] if tokens else None
    if first is None or first.type != "text" or not _BULLET.match(first.content):
        return tokens
    return (first.copy(content=_BULLET.sub("", first.content)), *tokens[1:])


def _node(opening: Token, inner: Iterable[Token]) -> SyntaxTreeNode:
    closing = Token(opening.type.replace("_open", "_close"), opening.tag, -1)
    return SyntaxTreeNode([opening, *inner, closing], create_root=False)


def _row_lines(row: Sequence[Line]) -> Iterator[Line]:
    cells = [cell for cell in row if cell.tokens]
    line = reduce(lambda label, cell: cell.with_label(label), cells) if cells else None
    yield from lines_in(line.tokens, line.lines, {"hardbreak"}) if line else ()


def _is_underlined_text(heading: SyntaxTreeNode) -> bool:
    text = heading.children[0].content if heading.children else ""
    return heading.markup in {"-", "="} and ("\n" in text or len(text) > NAME_MAX_LENGTH)
