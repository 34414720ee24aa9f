"""One line of a page: inline tokens, read as a label and its value."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from urllib.parse import unquote

from markdown_it.token import Token

from catalog_tool.importers.address import Address
from catalog_tool.importers.result import Lines
from catalog_tool.importers.words import CORE
from catalog_tool.text.markup.html_in_page import IS_UNNAMED
from catalog_tool.text.markup.page import bare_link
from catalog_tool.text.markup.page_writing import write_inline
from catalog_tool.text.markup.tokens import cut, shown, text_token
from catalog_tool.text.urls.owners import host_in

BREAKS = ("softbreak", "hardbreak")
"""The types of tokens that end a line."""
_LABEL_END = re.compile(r"：|:(?=\s|\Z)|\s[-–—](?=\s|\Z)")
_AFTER_NAME = re.compile(r"\A[\s:|,;)–—-]+")
_LONGEST_LABEL = 8
"""Most words of a label before a colon."""
_BADGE = re.compile(
    r"badge|shields?\b|travis|codecov|coveralls|appveyor|workflows|readthedocs|gitter|\bstatus\b",
    re.IGNORECASE,
)
_TITLE = 5
"""Least number of words of a title, most of which are in lowercase: it isn't a name."""
_MARKUP = re.compile(r"\|\||\]\(|\{\{")
"""Markup that no engine has read, such as a table without a delimiter row."""
_NOTHING = re.compile(r"\s*\(\s*\)\s*")
_OF_PICTURE = re.compile(
    r"\s*\b(?:(?:company|corporate|official)\s+)?(?:logo|icon|image|picture)(?:\s+of)?\b\s*",
    re.IGNORECASE,
)
"""What the text of a picture says besides a name."""


@dataclass(frozen=True)
class Line:
    """A line of a page as inline tokens; spans of emphasis and links start and end in it."""

    lines: Lines
    tokens: tuple[Token, ...]

    @cached_property
    def text(self) -> str:
        """The visible text."""
        return shown(self.tokens)

    @cached_property
    def words(self) -> str:
        """The visible text without addresses."""
        return shown(each for each in self.tokens if each.type != "link" or _address(each)[1])

    @cached_property
    def written(self) -> str:
        """Its Markdown, without images and HTML."""
        return write_inline(self.tokens)

    @property
    def links(self) -> list[Token]:
        """The tokens that are links."""
        return [token for token in self.tokens if token.type == "link"]

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The addresses in it."""
        return tuple(Address(self.lines, *_address(token)) for token in self.links)

    @cached_property
    def label(self) -> str:
        """The words before a colon or dash, or before the first address; may be ``""``."""
        before, value, _ = self._parts
        first = next((token for token in value if shown([token])), None)
        is_named = first and first.type == "link" and not shown(before)
        return _bare(_address(first)[1] if first and is_named else shown(before))

    @cached_property
    def after(self) -> str:
        """The visible text after the label."""
        return _bare(shown(self._parts[1]))

    @cached_property
    def rest(self) -> str:
        """The visible text after the label, without addresses."""
        space = Token("softbreak", "br", 0)
        return _bare(shown(space if each.type == "link" else each for each in self._parts[1]))

    @property
    def has_mark(self) -> bool:
        """Whether a colon or a dash ends the label."""
        return self._parts[2]

    @cached_property
    def value(self) -> Line:
        """The part of the line after the label."""
        before, after, _ = self._parts
        (tokens,) = cut((*before, *after), (len(before), None))
        return Line(self.lines, tokens)

    def split_name(self) -> tuple[Line, Line] | None:
        """Split the line into a name, which is linked or strong, and the rest.

        Returns:
            ``None`` if it doesn't start with a name.
        """
        depth = 0
        is_read = False
        for position, token in enumerate(self.tokens, 1):
            depth += token.nesting if token.type.startswith("strong_") else 0
            is_first = not is_read
            is_read = is_read or bool(shown([token]))
            is_link = token.type == "link" and bool(_address(token)[1])
            if depth and is_link and is_first and _AFTER_NAME.match(shown(self.tokens[position:])):
                return self.split_at(position)  # **[Contoso](…), part of Fabrikam**
            if is_read and not depth:
                return self.split_at(position) if is_link or token.nesting == -1 else None
        return None

    def split_at(self, position: int) -> tuple[Line, Line]:
        """Split the line at a token, without punctuation in between."""
        name, rest = map(list, cut(self.tokens, (0, position), (position, None)))
        first = next((n for n, token in enumerate(rest) if token.type == "text"), None)
        if first is not None and not shown(rest[:first]):
            rest[first] = text_token(_AFTER_NAME.sub("", rest[first].content))
        return Line(self.lines, tuple(name)), Line(self.lines, tuple(rest))

    @property
    def has_picture(self) -> bool:
        """Whether it has a picture, also as a link."""
        tokens = (token for link in self.tokens for token in (link, *(link.children or ())))
        return any(token.type == "image" for token in tokens)

    @property
    def is_named_after_file(self) -> bool:
        """Whether its text is the file name of a linked picture."""
        return any(
            each.meta.get(IS_UNNAMED) and each.content == link.content
            for link in self.links
            for each in link.children or ()
        )

    @property
    def is_strong_at_start(self) -> bool:
        """Whether it starts with strong words."""
        named = self.split_name()
        return named is not None and not named[0].links

    @property
    def is_strong(self) -> bool:
        """Whether it consists of strong words, optionally followed by a colon."""
        named = None if self.links else self.split_name()
        return named is not None and bool(named[0].text.strip(" :")) and not named[1].text

    def with_label(self, label: Line) -> Line:
        """Return the line with a label in front of it."""
        return Line(self.lines, with_sites((*label.tokens, text_token(": "), *self.tokens)))

    @cached_property
    def _parts(self) -> tuple[tuple[Token, ...], tuple[Token, ...], bool]:
        """The tokens before and after the end of the label, and whether a mark ends it."""
        for position, token in enumerate(self.tokens):
            if token.type == "link" and not self._begins_with_name(position):
                return self.tokens[:position], self.tokens[position:], False
            mark = _LABEL_END.search(token.content) if token.type == "text" else None
            if mark:
                label = text_token(token.content[: mark.start()])
                value = text_token(token.content[mark.end() :])
                before = (*self.tokens[:position], label)
                if len(shown(before).split()) > _LONGEST_LABEL:
                    break
                return before, (value, *self.tokens[position + 1 :]), True
        return (), self.tokens, False

    def _begins_with_name(self, position: int) -> bool:
        """Return whether the line starts with a named link, and something follows."""
        is_name = bool(_address(self.tokens[position])[1])
        is_first = not shown(self.tokens[:position])
        return is_name and is_first and bool(shown(self.tokens[position + 1 :]))


def with_sites(tokens: tuple[Token, ...], ends: Container[int] = ()) -> tuple[Token, ...]:
    """Return inline tokens, with a domain after a label such as ``Website:`` as a link.

    Args:
        tokens: the tokens of a line, or of several with breaks.
        ends: positions of other tokens that a value can end with.
    """
    found: list[Token] = []
    start = 0
    for position, (token, following) in enumerate(zip_longest(tokens, tokens[1:])):
        lead, space, site = token.content.rstrip().rpartition(" ")
        is_end = following is None or following.type in BREAKS or position in ends
        if token.type == "text" and is_end and "." in site and host_in(site):
            label = shown((*found[start:], text_token(lead)))
            is_site = CORE.key_of(label) == "website"
            found += [text_token(lead + space), bare_link(text_token(site))] if is_site else [token]
        else:
            found.append(token)
        start = len(found) if token.type in BREAKS else start
    return tuple(found)


def name_of(line: Line) -> str:
    """Return the text of a name: its words, or those of its picture without *logo*.

    A badge or the title of an article is no name.
    """
    inner = (token for link in line.tokens for token in (link, *(link.children or ())))
    if any(_BADGE.search(str(each.attrs["src"])) for each in inner if each.type == "image"):
        return ""
    pictures = (token.content for token in line.tokens if token.type == "image")
    name = line.words or " ".join(pictures)
    name = _OF_PICTURE.sub(" ", name) if line.has_picture else name
    name = _NOTHING.sub(" ", name).strip(" :-–—")
    words = name.split()
    if _MARKUP.search(name):
        return ""
    return "" if len(words) >= _TITLE and 2 * sum(map(str.islower, words)) > len(words) else name


def _address(link: Token) -> tuple[str, str]:
    """Return the target and the text of a link; ``""`` if the text is only the target."""
    target = str(link.attrs["href"])
    written = unquote(target.removeprefix("mailto:")) if target.startswith("mailto:") else target
    text = shown([link])
    site = target.rpartition("://")[2].rstrip("/")
    is_site = "/" in site and text.lower() == site.lower()
    return written, "" if is_site or text in {target, written} else text


def _bare(text: str) -> str:
    bare = " ".join(text.split()).strip(" :-–—|,;")
    return bare if any(map(str.isalnum, bare)) else ""
