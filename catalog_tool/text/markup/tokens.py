"""Inline tokens of markdown-it: their visible text, and cutting them without breaking emphasis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token


def shown(tokens: Iterable[Token]) -> str:
    """Return the visible text of inline tokens on one line; images only as the text of a link."""
    text = "".join(
        " " if token.type in {"softbreak", "hardbreak"} else token.content
        for token in tokens
        if token.type not in {"html_inline", "image"}
    )
    return " ".join(text.split())


def text_token(text: str) -> Token:
    """Return a text as an inline token."""
    return Token("text", "", 0, content=text)


def cut(tokens: Sequence[Token], *ranges: tuple[int, int | None]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens in each range; spans of emphasis start and end in it if they have text."""
    spans: list[Token] = []
    position = 0
    for start, end in ranges:
        _follow(spans, tokens[position:start])
        piece = [*spans, *tokens[start:end]]
        _follow(spans, tokens[start:end])
        position = len(tokens) if end is None else end
        ends = (
            Token(each.type.replace("_open", "_close"), each.tag, -1, markup=each.markup)
            for each in reversed(spans)
        )
        yield _without_empty_spans([*piece, *ends])


def _follow(spans: list[Token], tokens: Iterable[Token]) -> None:
    """Update the list of open spans after tokens."""
    for token in tokens:
        if token.nesting == 1:
            spans.append(token)
        elif token.nesting == -1 and spans:
            spans.pop()


def _without_empty_spans(tokens: Iterable[Token]) -> tuple[Token, ...]:
    kept: list[Token] = []
    for token in tokens:
        is_empty = token.type == "text" and not token.content
        if token.nesting == -1 and kept and kept[-1].nesting == 1:
            kept.pop()
        elif not is_empty:
            kept.append(token)
    return tuple(kept)
