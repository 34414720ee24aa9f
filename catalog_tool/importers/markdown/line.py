"""One line of a page: inline tokens, read as a label and its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import unquote

from markdown_it.token import Token

from catalog_tool.importers.result import Lines
from catalog_tool.text.markup.page import write_inline
from catalog_tool.text.markup.tokens import cut, shown, text_token
from catalog_tool.text.urls.domains import domain_of, is_domain, registrable_domain

_LABEL_END = re.compile(r":(?=\s|\Z)|\s[-–—](?=\s|\Z)")
_AFTER_NAME = re.compile(r"\A[\s:|,;)–—-]+")
_LONGEST_LABEL = 8
"""Most words of a label before a colon."""
_OUTSIDE = re.compile(r"(?:https?://|www\.)([^/?#\s@:]+)(?:/([^/?#\s]*))?", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"([\w-]+(?:\.[\w-]+)+)(?:/([^/?#\s]*)|\Z)")
_FILE = re.compile(r"\.(?:md|py|rs|sh|zip)\Z", re.IGNORECASE)
"""The end of a file's name that is also the end of domains."""
_SHARED_HOSTS = frozenset("bitbucket.org codeberg.org github.com gitlab.com linkedin.com".split())
"""Hosts on which the first part of a path is an owner."""
_BADGE = re.compile(
    r"badge|shields?\b|travis|codecov|coveralls|appveyor|workflows|readthedocs|gitter|\bstatus\b",
    re.IGNORECASE,
)
_TITLE = 5
"""Least number of words of a title, most of which are in lowercase: it isn't a name."""
_LOGO = re.compile(r"\s*\b(?:logo|icon|image|picture)\b\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A web or email address.

    Attributes:
        lines: its lines.
        target: the address as written.
        text: the text of the link, or the words next to it; ``""`` if it is the address itself.
        key: the key that its label or its section names; ``""`` for anything else.
        is_in_text: whether a text of the entry contains it, too.
        is_labeled: whether the key comes from its own label.
    """

    lines: Lines
    target: str
    text: str = ""
    key: str = ""
    is_in_text: bool = False
    is_labeled: bool = False

    @property
    def is_email(self) -> bool:
        """Whether it is an email address."""
        return "@" in self.target and "/" not in self.target

    @property
    def is_outside(self) -> bool:
        """Whether it leads to another site, or is an email address."""
        return self.is_email or _host_in(self.target) is not None

    @property
    def owner(self) -> str:
        """What tells its owner: its domain, or its account on a shared host."""
        return _owner_of(self.target)


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
            is_read = is_read or bool(shown([token]))
            if is_read and not depth:
                is_link = token.type == "link" and bool(_address(token)[1])
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
    def is_strong(self) -> bool:
        """Whether it consists of strong words, optionally followed by a colon."""
        depth = 0
        has_words = False
        for token in self.tokens:
            depth += token.nesting if token.type.startswith("strong_") else 0
            is_read = bool(shown([token]).strip(" :"))
            if is_read and (not depth or token.type == "link"):
                return False
            has_words |= is_read
        return has_words

    def with_label(self, label: Line) -> Line:
        """Return the line with a label in front of it."""
        return Line(self.lines, (*label.tokens, text_token(": "), *self.tokens))

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


def name_of(line: Line) -> str:
    """Return the text of a name: its words, or those of its picture without *logo*.

    A badge or the title of an article is no name.
    """
    inner = (token for link in line.tokens for token in (link, *(link.children or ())))
    if any(_BADGE.search(str(each.attrs["src"])) for each in inner if each.type == "image"):
        return ""
    pictures = (token.content for token in line.tokens if token.type == "image")
    name = _LOGO.sub(" ", line.words or " ".join(pictures)).strip(" :-–—")
    words = name.split()
    return "" if len(words) >= _TITLE and 2 * sum(map(str.islower, words)) > len(words) else name


@lru_cache(4096)
def _host_in(target: str) -> tuple[str, str] | None:
    """Return the host of a web address and the first part of its path, or ``None``."""
    match = _OUTSIDE.match(target)
    if not match and (match := _WITHOUT_SCHEME.match(target)):
        match = None if _FILE.search(match[1]) or not is_domain(match[1].lower()) else match
    return (match[1].lower().removeprefix("www."), (match[2] or "").lower()) if match else None


def _owner_of(target: str) -> str:
    if not (found := _host_in(target)):
        return domain_of(target)
    host, account = found
    return f"{host}/{account}" if host in _SHARED_HOSTS else registrable_domain(host)


def _address(link: Token) -> tuple[str, str]:
    """Return the target and the text of a link; ``""`` if the text is only the target."""
    target = str(link.attrs["href"])
    written = unquote(target.removeprefix("mailto:")) if target.startswith("mailto:") else target
    text = shown([link])
    return written, "" if text in {target, written} else text


def _bare(text: str) -> str:
    bare = " ".join(text.split()).strip(" :-–—|,;")
    return bare if any(map(str.isalnum, bare)) else ""
