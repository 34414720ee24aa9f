"""Tokens to plain text: what a search index, a word count or a terminal is given."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from catalog_tool.text.markup.grammar import Markup
from catalog_tool.text.words import count_words

_BREAKS = frozenset({"softbreak", "hardbreak"})


def to_plain(markup: Markup) -> str:
    """Return the text a reader sees, one line for each paragraph or list entry.

    What is refused, such as a block of code, is read as text: it counts as words all the same.
    """
    lines = (
        _line(token.children) if token.children else token.content
        for token in markup.tokens
        if token.content
    )
    return "\n".join(lines)


def to_words(markup: Markup) -> int:
    """Return how many words the rendered text has, counted as the entry limit counts them."""
    return count_words(to_plain(markup))


def _line(tokens: list[Token]) -> str:
    return "".join(_pieces(tokens))


def _pieces(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        yield " " if token.type in _BREAKS else token.content
