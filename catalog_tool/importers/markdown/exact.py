"""Pieces of Markdown that the published catalog writes, read back to the very text they show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from catalog_tool.model.nodes import Plain
from catalog_tool.text.markup import parse_line, parse_markup
from catalog_tool.text.markup.blocks import SEPARATOR, blocks_of

_ADDRESS = re.compile(r"<([^<>\s]+)>")


class IrregularError(Exception):
    """A part does not look as the exporter writes it."""


def link_of(text: str) -> dict[str, Plain]:
    """Return label and address of a text that is nothing but one link.

    Raises:
        IrregularError: it is something else.
    """
    tokens = _tokens(text)
    types = [token.type for token in tokens]
    if types[:1] != ["link_open"] or types.index("link_close") != len(tokens) - 1:
        raise IrregularError
    return {"label": _text(tokens), "url": str(tokens[0].attrs.get("href", ""))}


def address_of(text: str) -> str:
    """Return the address of a text that is nothing but an address in angle brackets.

    Raises:
        IrregularError: it is something else.
    """
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise IrregularError
    return match.group(1)


def shown(markdown: str) -> str:
    """Return the text that one line of Markdown shows."""
    return _text(_tokens(markdown))


def _tokens(markdown: str) -> list[Token]:
    return parse_line(markdown).tokens[0].children or []


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.content for token in tokens if token.type != "html_inline")


def without_separators(markdown: str) -> str:
    """Return partner text without the comments that only keep GitHub from acting on it."""
    bare = markdown.replace(SEPARATOR, "")
    is_same = blocks_of(parse_markup(bare)) == blocks_of(parse_markup(markdown))
    return bare if is_same else markdown
