"""The content of Markdown, independent of how it was written: blocks with pieces of text.

Two texts with equal blocks read the same. This is how rewritten Markdown is verified.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markdown_it.token import Token

from catalog_tool.text.markup.grammar import Markup
from catalog_tool.text.urls.address import web_address_fault
from catalog_tool.text.urls.shorteners import COMPANY_HOSTS

SEPARATOR = "<!-- -->"
"""An empty comment, which shows nothing. It separates text that GitHub would read together."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of plain text within one line of the source."""

    text: str


@dataclass(frozen=True, slots=True)
class InlineCode:
    """Inline code."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line end in the source; only a hard one is shown as a line end."""

    hard: bool


EmphasisKind = Literal["em", "strong"]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasized pieces."""

    kind: EmphasisKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LinkTo:
    """Linked pieces with the address of the link."""

    target: str
    pieces: tuple[Piece, ...]


Piece = Words | InlineCode | Break | Emphasis | LinkTo


@dataclass(frozen=True, slots=True)
class MarkupParagraph:
    """A paragraph."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class MarkupList:
    """A list.

    Attributes:
        first: number of the first element; ``None`` for bullets.
        tight: whether there is no space between paragraphs; always true for a single one.
        elements: the blocks of each element.
    """

    first: int | None
    tight: bool
    elements: tuple[tuple[MarkupBlock, ...], ...]

    @property
    def is_ordered(self) -> bool:
        """Whether the elements are numbered."""
        return self.first is not None


MarkupBlock = MarkupParagraph | MarkupList


def blocks_of(markup: Markup) -> tuple[MarkupBlock, ...]:
    """Return the blocks of parsed text.

    Constructs that aren't allowed become paragraphs with their text, and links that aren't
    published become their text, as in ``to_html``.
    """
    return tuple(_blocks(iter(markup.tokens)))


def texts_of(blocks: Iterable[MarkupBlock]) -> Iterator[str]:
    """Yield the plain text of each paragraph, including those in lists."""
    for block in blocks:
        if isinstance(block, MarkupParagraph):
            yield plain_of(block.pieces)
        else:
            for element in block.elements:
                yield from texts_of(element)


def plain_of(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces, with a space for each line end."""
    return "".join(_plain(piece) for piece in pieces)


def _plain(piece: Piece) -> str:
    match piece:
        case Words(text) | InlineCode(text):
            return text
        case Break():
            return " "
        case Emphasis() | LinkTo():
            return plain_of(piece.pieces)


def _blocks(tokens: Iterator[Token]) -> Iterator[MarkupBlock]:
    """Yield blocks up to the end of the current container."""
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            yield from _list(token, tokens)
        elif token.type == "inline":
            yield from _paragraph(_pieces(iter(token.children or ())))
        elif token.type in {"list_item_close", "bullet_list_close", "ordered_list_close"}:
            return
        elif token.content:
            yield from _paragraph(_lines(token.content))


def _paragraph(pieces: Iterable[Piece]) -> Iterator[MarkupParagraph]:
    shown = list(_join_words(pieces))
    while shown and isinstance(shown[0], Break):
        del shown[0]
    while shown and isinstance(shown[-1], Break):
        del shown[-1]
    if shown:
        yield MarkupParagraph(tuple(shown))


def _list(opening: Token, tokens: Iterator[Token]) -> Iterator[MarkupList]:
    first = int(opening.attrs.get("start", 1)) if opening.type.startswith("ordered") else None
    loose: list[bool] = []
    elements = []
    for token in tokens:
        if not token.type.startswith("list_item"):
            break
        elements.append(tuple(_blocks(_noting_loose(tokens, token.level + 1, loose))))
    if any(elements):
        is_alone = len(elements) == len(elements[0]) == 1
        yield MarkupList(first, is_alone or not any(loose), tuple(elements))


def _noting_loose(tokens: Iterator[Token], level: int, loose: list[bool]) -> Iterator[Token]:
    """Pass tokens on, and record whether each paragraph directly in the list is loose."""
    for token in tokens:
        if token.type == "paragraph_open" and token.level == level:
            loose.append(not token.hidden)
        yield token


def _lines(text: str) -> Iterator[Piece]:
    for number, line in enumerate(text.strip("\n").split("\n")):
        if number:
            yield Break(hard=True)
        if line:
            yield Words(line)


def _pieces(
    tokens: Iterator[Token], inside: frozenset[EmphasisKind] = frozenset()
) -> Iterator[Piece]:
    """Yield pieces up to the end of the current span or link."""
    for token in tokens:
        match token.type:
            case "em_close" | "strong_close" | "link_close":
                return
            case "em_open":
                yield from _span("em", tokens, inside)
            case "strong_open":
                yield from _span("strong", tokens, inside)
            case "link_open":
                target = str(token.attrs.get("href", ""))
                yield from _link(target, _join_words(_pieces(tokens, inside)))
            case "code_inline":
                yield InlineCode(token.content)
            case "softbreak" | "hardbreak":
                yield Break(hard=token.type == "hardbreak")
            case "html_inline" if token.content == SEPARATOR:
                continue
            case _ if token.content:
                yield Words(token.content)


def _span(
    kind: EmphasisKind, tokens: Iterator[Token], inside: frozenset[EmphasisKind]
) -> Iterator[Piece]:
    """Yield the current span, or only its pieces if it is inside a span of the same kind."""
    pieces = _join_words(_pieces(tokens, inside | {kind}))
    if kind in inside:
        yield from pieces
    elif pieces:
        yield Emphasis(kind, pieces)


def _link(target: str, pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    if web_address_fault(target, COMPANY_HOSTS) is None:
        yield LinkTo(target, pieces)
    else:
        yield from pieces


def _join_words(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Join neighboring words that come from several tokens."""
    joined: list[Piece] = []
    for is_words, run in groupby(pieces, lambda piece: isinstance(piece, Words)):
        run_pieces: Sequence[Piece] = tuple(run)
        joined += [Words(plain_of(run_pieces))] if is_words else run_pieces
    return tuple(joined)
