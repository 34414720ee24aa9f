"""Parses Markdown pages of any shape into tokens.

The grammar is that of partner text with two additions. Bare addresses and HTML anchors are links
too, and an HTML line break is a line break. And tokens keep the way they were written, so any part
of a page can be written as Markdown again, by ``page_writing``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from catalog_tool.text.markup.grammar import new_parser
from catalog_tool.text.markup.html_in_page import IS_UNNAMED, name_of_picture, read_html
from catalog_tool.text.markup.html_tables import write_tables

BARE = "bare"
"""Markup of a link that is an address in the text."""
_INLINE = "inline"
ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>\[\]`\"（）【】《》「」，。、；：！？]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
    re.IGNORECASE,
)
_AFTER_ADDRESS = ".,;:!?'*_»”’"
_TEXTS = frozenset({"text", "text_special"})


@dataclass(frozen=True, slots=True)
class Definition:
    """The lines, from 0, of the definition of a reference link, and whether it is used."""

    start: int
    end: int
    is_used: bool


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """The tokens of a page's blocks, with the definitions outside the blocks."""

    tokens: tuple[Token, ...]
    definitions: tuple[Definition, ...]


def parse_page(text: str, progress: Callable[[int, int], None] | None = None) -> ParsedPage:
    """Return the blocks of a page; each ends with its last line that has text.

    Args:
        text: the page.
        progress: called before each block with the number of lines that are read, and of all lines.
    """
    env: dict[str, Any] = {"progress": progress}
    markdown, spans = write_tables(text)
    tokens = _parser().parse(markdown, env)
    for token in tokens:
        token.map = [spans[token.map[0]][0], spans[token.map[1] - 1][1]] if token.map else None
    inline = (each for token in tokens for each in token.meta.get(_INLINE, ()))
    used = {str(each.meta.get("label")) for each in inline if each.type == "link"}
    found = [(label in used, each["map"]) for label, each in env.get("references", {}).items()]
    found += [(False, each["map"]) for each in env.get("duplicate_refs", ())]
    definitions = (
        Definition(spans[start][0], spans[end - 1][1], is_used) for is_used, (start, end) in found
    )
    return ParsedPage(tuple(tokens), tuple(sorted(definitions, key=lambda each: each.start)))


def inline_of(text: Token) -> tuple[Token, ...]:
    """Return the inline tokens of a paragraph, a heading or a cell."""
    return tuple(text.meta.get(_INLINE, ()))


def addresses_in(text: str) -> Iterator[str]:
    """Yield the web and email addresses in a text, without punctuation after them."""
    for match in ADDRESS.finditer(re.sub(r"[|',;{}]", " ", text)):
        yield _without_end(match.group())


@cache
def _parser() -> MarkdownIt:
    parser = new_parser().disable("text_join")
    parser.options["store_labels"] = True
    parser.inline.ruler.before("html_inline", "html", read_html)
    parser.block.ruler.before("table", "progress", _tell_progress)
    parser.core.ruler.push("unify", _unify)
    return parser


def _tell_progress(state: StateBlock, line: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    if not silent and not state.level and (progress := state.env["progress"]):
        progress(line, state.lineMax)
    return False


def _unify(state: StateCore) -> None:
    """Turn every address into a link, and end each block with its last line of text."""
    lines = state.src.split("\n")
    for token in state.tokens:
        if token.children:
            token.meta[_INLINE] = tuple(_with_addresses(_with_links(token.children)))
            token.children = None
        if token.map:
            start, end = token.map
            while end > start + 1 and not "".join(lines[end - 1 : end]).strip():
                end -= 1
            token.map = [start, max(end, start + 1)]


def _with_links(tokens: Iterable[Token]) -> Iterator[Token]:
    """Turn each link into one token whose children are its text; links inside the page are text.

    A picture beside words says nothing more.
    """
    link: Token | None = None
    for token in tokens:
        if token.type == "link_open":
            link = token.copy(type="link", nesting=0, children=[])
        elif token.type == "link_close" and link:
            children = link.children or ()
            for each in children:
                if each.type == "image" and not each.content:
                    each.content = name_of_picture(str(each.attrs["src"]))
                    each.meta[IS_UNNAMED] = True
            words = "".join(_shown(each) for each in children if each.type != "image")
            link.content = words if words.strip() else "".join(map(_shown, children))
            is_inside = str(link.attrs["href"]).startswith("#")
            yield from (link.children or ()) if is_inside else (link,)
            link = None
        elif link and link.children is not None:
            link.children.append(token)
        else:
            yield token


def _shown(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return "" if token.type == "html_inline" else token.content


def _with_addresses(tokens: Iterable[Token]) -> Iterator[Token]:
    """Turn each address in the text or in inline code into a link."""
    for is_text, run in groupby(tokens, lambda token: token.type in _TEXTS):
        if is_text:
            yield from _link_addresses(list(run))
            continue
        for token in run:
            is_address = token.type == "code_inline" and ADDRESS.fullmatch(token.content)
            yield bare_link(token) if is_address else token


def _link_addresses(texts: Sequence[Token]) -> Iterator[Token]:
    text = "".join(token.content for token in texts)
    position = 0
    for match in ADDRESS.finditer(text):
        address = _without_end(match.group())
        yield from _between(texts, position, match.start())
        yield bare_link(Token("text", "", 0, content=address))
        position = match.start() + len(address)
    yield from _between(texts, position, len(text)) if position else texts


def bare_link(shown: Token) -> Token:
    """Return an address as a link to itself."""
    address = shown.content
    attrs: dict[str, str | int | float] = {"href": address}
    return Token("link", "a", 0, attrs, content=address, children=[shown], markup=BARE)


def _between(texts: Iterable[Token], start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of the characters from ``start`` to ``end``."""
    offset = 0
    for token in texts:
        part = token.content[max(0, start - offset) : max(0, end - offset)]
        offset += len(token.content)
        if part:
            yield token if part == token.content else token.copy(type="text", content=part)


def _without_end(address: str) -> str:
    """Return an address without the punctuation of the sentence after it."""
    end = len(address)
    unopened = address.count(")") - address.count("(")
    while end and (
        address[end - 1] in _AFTER_ADDRESS or (address[end - 1] == ")" and unopened > 0)
    ):
        end -= 1
        unopened -= address[end] == ")"
    return address[:end]
