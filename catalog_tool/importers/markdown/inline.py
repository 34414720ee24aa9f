"""One line of a page, read for what stands in it: words, addresses, and a label before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from markdown_it.token import Token

from catalog_tool.text.markup import parse_line

WEB_ADDRESS = re.compile(r"(?:https?://|\bwww\.)[^\s<>\[\]`\"]+", re.IGNORECASE)
EMAIL_ADDRESS = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_ADDRESS = re.compile(f"{WEB_ADDRESS.pattern}|{EMAIL_ADDRESS.pattern}", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?'*_»”’"
_LABEL_END = re.compile(r":(?=\s|\Z)|\s[-–—](?=\s|\Z)")
_LONGEST_LABEL = 8
"""Most words before a colon that are read as a label."""

# A line is looked at several times: as a heading, as a fact, as a name.
_REMEMBERED_LINES = 4096


@dataclass(frozen=True, slots=True)
class Words:
    """A run of plain text; ``strong`` if it is emphasised strongly."""

    text: str
    strong: bool = False


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


Bit = Words | Address


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line as a label and what it labels.

    Attributes:
        label: words before a colon or dash, or before the first address; may be ``""``.
        after: everything after the label, as it is read.
        rest: all words after the label that are no address.
        addresses: the addresses of the line.
        text: the whole line as it is read.
        has_mark: whether a colon or a dash ends the label.
    """

    label: str
    after: str
    rest: str
    addresses: tuple[Address, ...]
    text: str
    has_mark: bool


@lru_cache(maxsize=_REMEMBERED_LINES)
def bits_of(markdown: str) -> tuple[Bit, ...]:
    """Return what one line or paragraph of Markdown holds, in order."""
    return tuple(_bits(parse_line(markdown).tokens[0].children or []))


def plain(bits: Sequence[Bit]) -> str:
    """Return the text of some bits as it is read, on one line."""
    seen = (bit.text if isinstance(bit, Words) else bit.text or bit.target for bit in bits)
    return " ".join("".join(seen).split())


def words_alone(markdown: str) -> str:
    """Return the text of some Markdown as it is read, without addresses."""
    bits = bits_of(markdown)
    return " ".join(bit.text for bit in bits if bit.text)


def without_end(address: str) -> str:
    """Return an address without punctuation after it that belongs to the sentence."""
    address = address.rstrip(_AFTER_ADDRESS)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_AFTER_ADDRESS)
    return address


def labelled(markdown: str) -> Labelled:
    """Return a line as a label with what it labels."""
    bits = bits_of(markdown)
    addresses = tuple(bit for bit in bits if isinstance(bit, Address))
    before, after, has_mark = _split(bits)
    label = plain(before)
    if not label and addresses and bits[0] is addresses[0]:
        label = addresses[0].text
    rest = " ".join(bit.text for bit in after if isinstance(bit, Words))
    return Labelled(
        _bare(label), _bare(plain(after)), _bare(rest), addresses, plain(bits), has_mark
    )


def is_all_strong(markdown: str) -> bool:
    """Return whether a line is nothing but strong words, and perhaps a colon after them."""
    bits = [bit for bit in bits_of(markdown) if plain([bit]).strip(" :")]
    return bool(bits) and all(isinstance(bit, Words) and bit.strong for bit in bits)


def _split(bits: tuple[Bit, ...]) -> tuple[list[Bit], list[Bit], bool]:
    """Split a line after its label: at the first mark, or else before the first address."""
    before: list[Bit] = []
    for position, bit in enumerate(bits):
        following = list(bits[position + 1 :])
        if isinstance(bit, Address):
            if position == 0 and bit.text and following:
                before.append(bit)
                continue
            return before, list(bits[position:]), False
        if end := _LABEL_END.search(bit.text):
            label = [*before, Words(bit.text[: end.start()], bit.strong)]
            if len(plain(label).split()) > _LONGEST_LABEL:
                return [], list(bits), False
            return label, [Words(bit.text[end.end() :]), *following], True
        before.append(bit)
    return [], list(bits), False


def _bare(text: str) -> str:
    bare = " ".join(text.split()).strip(" :-–—|,;")
    return bare if any(map(str.isalnum, bare)) else ""


def _bits(tokens: Sequence[Token]) -> Iterator[Bit]:
    strong = 0
    target: str | None = None
    shown = ""
    for token in tokens:
        strong += token.nesting if token.type.startswith("strong_") else 0
        text = " " if token.type in {"softbreak", "hardbreak"} else token.content
        if token.type == "link_open":
            target, shown = str(token.attrs.get("href", "")), ""
        elif token.type == "link_close" and target is not None:
            yield _linked(target, shown)
            target = None
        elif target is not None:
            shown += text
        elif token.type == "html_inline":
            continue
        elif text:
            yield from _found(text, strong=strong > 0)


def _linked(target: str, shown: str) -> Address:
    written = unquote(target.removeprefix("mailto:")) if target.startswith("mailto:") else target
    shown = " ".join(shown.split())
    return Address(written, "" if shown in {target, written} else shown)


def _found(text: str, *, strong: bool) -> Iterator[Bit]:
    position = 0
    for match in _ADDRESS.finditer(text):
        address = without_end(match.group())
        yield Words(text[position : match.start()], strong)
        yield Address(address)
        position = match.start() + len(address)
    if position < len(text):
        yield Words(text[position:], strong)
