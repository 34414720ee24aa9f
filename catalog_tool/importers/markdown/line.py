"""One line of a page: the run of inline tokens that stands there, read as a label and its value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from markdown_it.token import Token

from catalog_tool.importers.result import Lines
from catalog_tool.text.markup.page import write_inline

_LABEL_END = re.compile(r":(?=\s|\Z)|\s[-–—](?=\s|\Z)")
_LONGEST_LABEL = 8
"""Most words before a colon that are read as a label."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web or e-mail address.

    Attributes:
        target: the address as written.
        text: what the reader sees in its place; ``""`` if that is the address.
    """

    target: str
    text: str = ""

    @property
    def is_email(self) -> bool:
        """Whether it is an e-mail address."""
        return "@" in self.target and "/" not in self.target


@dataclass(frozen=True)
class Line:
    """A line of a page; spans of emphasis and links begin and end in it.

    Attributes:
        lines: where it stands.
        tokens: its inline tokens.
    """

    lines: Lines
    tokens: tuple[Token, ...]

    @cached_property
    def text(self) -> str:
        """What is read."""
        return shown(self.tokens)

    @cached_property
    def words(self) -> str:
        """What is read of it that is no address."""
        return shown(_without_links(self.tokens, named=False))

    @cached_property
    def written(self) -> str:
        """Its Markdown, without images and HTML."""
        return write_inline(self.tokens)

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The addresses in it."""
        return tuple(_address(self.tokens[start:end]) for start, end in _links(self.tokens))

    @cached_property
    def label(self) -> str:
        """The words before a colon or dash, or before the first address; may be ``""``."""
        before, after, _ = self._parts
        text = shown(before)
        if not text and self.addresses and not shown(after[: next(_links(after))[0]]):
            text = self.addresses[0].text
        return _bare(text)

    @cached_property
    def after(self) -> str:
        """What is read after the label."""
        return _bare(shown(self._parts[1]))

    @cached_property
    def rest(self) -> str:
        """All words after the label that are no address."""
        return _bare(shown(_without_links(self._parts[1])))

    @property
    def has_mark(self) -> bool:
        """Whether a colon or a dash ends the label."""
        return self._parts[2]

    @cached_property
    def value(self) -> Line:
        """What stands after the label."""
        before, after, _ = self._parts
        spans: list[Token] = []
        for token in before:
            follow(spans, token)
        return Line(self.lines, without_empty_spans([*spans, *after]))

    @cached_property
    def lead(self) -> str:
        """The link or the strong words that it begins with, if something follows them."""
        start = next((n for n, token in enumerate(self.tokens) if shown([token])), 0)
        while start and self.tokens[start - 1].nesting == 1:
            start -= 1
        kinds = [token.type for token in self.tokens[start : start + 1]]
        if not kinds or kinds[0] not in {"link_open", "strong_open"}:
            return ""
        end = _end(self.tokens, start)
        is_address = kinds == ["link_open"] and not _address(self.tokens[start:end]).text
        return "" if is_address or end == len(self.tokens) else shown(self.tokens[:end])

    @property
    def is_strong(self) -> bool:
        """Whether it is nothing but strong words, and perhaps a colon after them."""
        depth = 0
        has_words = False
        for token in self.tokens:
            depth += token.nesting if token.type.startswith("strong_") else 0
            is_seen = token.type == "link_open" or bool(shown([token]).strip(" :"))
            if is_seen and (not depth or token.type == "link_open"):
                return False
            has_words |= is_seen
        return has_words

    def labelled(self, label: Line) -> Line:
        """Return the line with a label before it."""
        colon = Token("text", "", 0, content=": ")
        return Line(self.lines, (*label.tokens, colon, *self.tokens))

    @cached_property
    def _parts(self) -> tuple[tuple[Token, ...], tuple[Token, ...], bool]:
        """What stands before and after the end of the label, and whether a mark ends it."""
        position = 0
        while position < len(self.tokens):
            token = self.tokens[position]
            end = _end(self.tokens, position) if token.type == "link_open" else position + 1
            if token.type == "link_open" and not self._begins_with_name(position, end):
                return self.tokens[:position], self.tokens[position:], False
            mark = _LABEL_END.search(token.content) if token.type == "text" else None
            if mark:
                label = token.copy(content=token.content[: mark.start()])
                value = token.copy(content=token.content[mark.end() :])
                before = (*self.tokens[:position], label)
                if len(shown(before).split()) > _LONGEST_LABEL:
                    break
                return before, (value, *self.tokens[end:]), True
            position = end
        return (), self.tokens, False

    def _begins_with_name(self, start: int, end: int) -> bool:
        """Whether the line begins with a link that has a name, and something follows."""
        is_name = bool(_address(self.tokens[start:end]).text)
        return is_name and not shown(self.tokens[:start]) and bool(shown(self.tokens[end:]))


def shown(tokens: Iterable[Token]) -> str:
    """Return what is read of inline tokens, on one line; of images, only those that are a link."""
    text = ""
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("link_") else 0
        if token.type in {"softbreak", "hardbreak"}:
            text += " "
        elif token.type != "html_inline" and (token.type != "image" or depth):
            text += token.content
    return " ".join(text.split())


def _address(link: Sequence[Token]) -> Address:
    target = str(link[0].attrs["href"])
    written = unquote(target.removeprefix("mailto:")) if target.startswith("mailto:") else target
    text = shown(link)
    return Address(written, "" if text in {target, written} else text)


def _links(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each link begins and ends."""
    for start, token in enumerate(tokens):
        if token.type == "link_open":
            yield start, _end(tokens, start)


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return the position after the end of the span that begins at ``start``."""
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if not depth:
            return position + 1
    return len(tokens)


def _without_links(tokens: Sequence[Token], *, named: bool = True) -> Iterator[Token]:
    """Yield the tokens outside of links; or of such links only that have no name."""
    position = 0
    for start, end in _links(tokens):
        if named or not _address(tokens[start:end]).text:
            yield from tokens[position:start]
            yield Token("softbreak", "br", 0)
            position = end
    yield from tokens[position:]


def follow(spans: list[Token], token: Token) -> None:
    """Note which spans are open after a token."""
    if token.nesting == 1:
        spans.append(token)
    elif token.nesting == -1 and spans:
        spans.pop()


def without_empty_spans(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return tokens without spans of emphasis that have no text."""
    kept: list[Token] = []
    for token in tokens:
        is_empty = token.type == "text" and not token.content
        if token.nesting == -1 and kept and kept[-1].nesting == 1 and token.type != "link_close":
            kept.pop()
        elif not is_empty:
            kept.append(token)
    return tuple(kept)


def _bare(text: str) -> str:
    bare = " ".join(text.split()).strip(" :-–—|,;")
    return bare if any(map(str.isalnum, bare)) else ""
