"""Writes the pieces of one paragraph as Markdown, in one of several styles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from catalog_tool.text.markup.blocks import (
    SEPARATOR,
    Break,
    Emphasis,
    InlineCode,
    LinkTo,
    Piece,
    Words,
)
from catalog_tool.text.markup.escaping import EscapeContext, escape, has_maths, pairing_in

_REFERENCE = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]*;)")

# White space that may become a character reference, which isn't white space to a delimiter.
_ENCODED = re.compile(r"\A\s|\n|\s\Z")


@dataclass(frozen=True, slots=True)
class Style:
    """One of several ways to write the same inline Markdown.

    Attributes:
        emphasis: the delimiters of nested emphasis, from the outside in.
        separated: whether to separate delimiters from the text around them.
        encoded: whether to write every punctuation mark as a character reference.
    """

    emphasis: str = "*"
    separated: bool = False
    encoded: bool = False


STYLES = (
    Style(),
    Style("*_"),
    Style("_*"),
    Style(separated=True),
    Style("*_", separated=True, encoded=True),
)
"""All styles, from the most readable to the safest."""


def write_pieces(pieces: Sequence[Piece], style: Style) -> str:
    """Return the pieces of one paragraph as Markdown."""
    writer = _Writer(pieces, style)
    writer.write(pieces)
    return writer.text


class _Writer:
    """Writes the pieces of a paragraph; each piece depends on the text before it."""

    def __init__(self, pieces: Sequence[Piece], style: Style) -> None:
        source = _source(pieces)
        self.text = ""
        self.style = style
        self.depth = 0
        self.around = EscapeContext(
            pairing=pairing_in(source), maths=has_maths(source), encoded=style.encoded
        )

    def write(self, pieces: Sequence[Piece], closing: str = "", *, in_link: bool = False) -> None:
        """Write pieces that are followed by the delimiter ``closing``."""
        for position, piece in enumerate(pieces):
            match piece:
                case Words(text):
                    is_last = position == len(pieces) - 1
                    around = replace(
                        self.around,
                        before=self.text[-1:],
                        after=closing[:1] if is_last else _first(pieces[position + 1]),
                        opens=bool(closing) and position == 0,
                        closes=bool(closing) and is_last,
                        in_link=in_link,
                    )
                    self.text += escape(text, around)
                case InlineCode(text):
                    self.text += write_code(text)
                case Break():
                    self.text += _line_end(piece)
                case Emphasis():
                    self._write_span(piece, in_link=in_link)
                case LinkTo():
                    self._write_link(piece)

    def _write_span(self, span: Emphasis, *, in_link: bool) -> None:
        em = self.style.emphasis[self.depth % len(self.style.emphasis)]
        delimiter = em if span.kind == "em" else "**"
        if self.style.separated and self.text[-1:] not in {"", "\n"}:
            self.text += SEPARATOR
        self.text += delimiter
        self.depth += 1
        self.write(span.pieces, delimiter, in_link=in_link)
        self.depth -= 1
        self.text += f"{delimiter}{SEPARATOR}" if self.style.separated else delimiter

    def _write_link(self, link: LinkTo) -> None:
        if link.pieces == (Words(link.target),):
            self.text += f"<{link.target}>"
            return
        self.text += "["
        self.write(link.pieces, "]", in_link=True)
        self.text += f"]({destination(link.target)})"


def _source(pieces: Sequence[Piece]) -> str:
    """Return the text of pieces, with the delimiters that will be written around it."""
    return "".join(_signs(piece) for piece in pieces)


def _signs(piece: Piece) -> str:
    match piece:
        case Words(text):
            return _ENCODED.sub("&", text)
        case InlineCode():
            return "`"
        case Break():
            return _line_end(piece)
        case Emphasis():
            return f"*_{_source(piece.pieces)}*_"
        case LinkTo():
            return _source(piece.pieces)


def _first(piece: Piece) -> str:
    """Return the first characters that a piece will be written with."""
    match piece:
        case Words(text):
            return text[0]
        case InlineCode():
            return "`"
        case Break():
            return _line_end(piece)
        case Emphasis():
            return "*"
        case LinkTo():
            return "[" if piece.pieces != (Words(piece.target),) else "<"


def _line_end(piece: Break) -> str:
    return "\\\n" if piece.hard else "\n"


def write_code(text: str) -> str:
    """Return text as inline code."""
    lengths = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(length for length in count(1) if length not in lengths)
    is_padded = text.startswith(" ") and text.endswith(" ") and text.strip(" ")
    pad = " " if is_padded or text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def destination(target: str) -> str:
    """Return an address as the destination of a Markdown link to exactly that address."""
    written = _REFERENCE.sub(r"\\&", target)
    return f"<{written}>" if "(" in target or ")" in target else written
