"""Converts tokens to plain text for search indexes, word counts, and terminals."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from catalog_tool.text.markup.grammar import Markup
from catalog_tool.text.words import count_words

_BREAKS = frozenset({"softbreak", "hardbreak"})


def to_plain(markup: Markup) -> str:
    """Return the text that a reader sees, with one line per paragraph or list element.

    Constructs that aren't allowed, such as code blocks, count as text too.
    """
    if markup.quick_plain is not None:
        return markup.quick_plain
    lines = (
        _line(token.children) if token.children else token.content
        for token in markup.tokens
        if token.content
    )
    return "\n".join(lines)


def to_words(markup: Markup) -> int:
    """Return the number of words in the text, as for the limit of an entry."""
    return count_words(to_plain(markup))


def _line(tokens: list[Token]) -> str:
    return "".join(_pieces(tokens))


def _pieces(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        yield " " if token.type in _BREAKS else token.content
