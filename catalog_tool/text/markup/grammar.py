"""The Markdown that the catalog reads, and the constructs that partners can use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from catalog_tool.text.markup.quick import quick_links, quick_plain, quick_plain_line

PARTNER_TOKENS = frozenset(
    "paragraph_open paragraph_close bullet_list_open bullet_list_close ordered_list_open "
    "ordered_list_close list_item_open list_item_close inline text softbreak hardbreak em_open "
    "em_close strong_open strong_close link_open link_close code_inline".split()
)
_PROSE_TOKENS = PARTNER_TOKENS | {"heading_open", "heading_close", "image"}
# Source: the tokenization of the HTML standard.
_HTML_START = re.compile(r"<(?:/?[A-Za-z]|[!?])")
_CONSTRUCT_NAMES = {
    "heading_open": "heading",
    "image": "image",
    "html_block": "HTML",
    "html_inline": "HTML",
    "html_start": "HTML",
    "table_open": "table",
    "fence": "code block",
    "code_block": "code block (text indented by four spaces or more)",
    "blockquote_open": "quotation",
    "hr": "horizontal line",
    "s_open": "strikethrough",
}


@dataclass(frozen=True, slots=True)
class Construct:
    """A Markdown construct that partners can't use.

    Attributes:
        name: its name for readers, such as ``heading``, ``image``, or ``HTML``.
        line: the line of the text on which it starts, counted from 0.
    """

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with its visible text and its target."""

    text: str
    target: str


@dataclass(frozen=True)
class Markup:
    """Markdown that is parsed when its tokens are needed.

    Attributes:
        text: the Markdown.
        parse: returns its tokens as markdown-it makes them.
        allowed: the types of tokens that are allowed.
        quick_plain: what readers see, if that was found without the parser. Then nothing in the
            text is refused.
    """

    text: str
    parse: Callable[[str], Iterable[Token]]
    allowed: frozenset[str] = PARTNER_TOKENS
    quick_plain: str | None = None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of markdown-it."""
        return tuple(self.parse(self.text))

    @cached_property
    def refused(self) -> tuple[Construct, ...]:
        """Constructs that aren't allowed, in the order of the text."""
        return () if self.quick_plain is not None else tuple(self._find_refused())

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """All links, in the order of the text."""
        if "[" not in self.text and "<" not in self.text:  # most texts have none
            return ()
        if self.quick_plain is not None:
            return tuple(Anchor(*link) for link in quick_links(self.text))
        return tuple(anchor for token in self.tokens for anchor in _anchors(token.children or []))

    def with_tokens(self, tokens: tuple[Token, ...]) -> Markup:
        """Return a part of the text that has these tokens."""
        return replace(self, parse=lambda _text: tokens, quick_plain=None)

    def _find_refused(self) -> Iterator[Construct]:
        for token in self.tokens:
            line = token.map[0] if token.map else 0
            for part in (token, *(token.children or ())):
                if name := self._construct_name(part):
                    yield Construct(name, line)

    def _construct_name(self, token: Token) -> str | None:
        if "title" in token.attrs:
            return "link title"
        return None if token.type in self.allowed else _CONSTRUCT_NAMES.get(token.type)


def parse_markup(text: str) -> Markup:
    """Parse partner text: paragraphs, lists, emphasis, links and inline code."""
    return Markup(text, _parse_blocks, quick_plain=quick_plain(text))


def parse_line(text: str) -> Markup:
    """Parse one line of partner text, with the same grammar but without blocks."""
    return Markup(text, _parse_line, quick_plain=quick_plain_line(text.strip()))


def parse_prose(text: str) -> Markup:
    """Parse a text of the catalog's owner, which can also contain headings and images."""
    return Markup(text, _parse_blocks, _PROSE_TOKENS)


def _parse_blocks(text: str) -> list[Token]:
    return _parser().parse(text)


def _parse_line(text: str) -> list[Token]:
    return _parser().parseInline(text.strip())


@cache
def _parser() -> MarkdownIt:
    return new_parser()


def new_parser() -> MarkdownIt:
    """Return a CommonMark parser that also recognizes what is refused beyond CommonMark.

    That is tables, strikethrough, and what only browsers read as a tag, such as ``<svg/onload=x>``.

    Addresses stay as typed and are checked by our own address grammar. The parser's normalization
    would publish other bytes than were reviewed, and it would hide the links that it drops.
    """
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.inline.ruler.after("html_inline", "html_start", _read_html_start)
    # The library documents assigning these methods. An empty target isn't a link.
    vars(parser).update(normalizeLink=str, normalizeLinkText=str, validateLink=bool)
    return parser


def _read_html_start(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    """Read the character with which a browser begins a tag or a comment."""
    if not _HTML_START.match(state.src, state.pos):
        return False
    if not silent:
        state.push("html_start", "", 0).content = "<"
    state.pos += 1
    return True


def _anchors(tokens: list[Token]) -> Iterator[Anchor]:
    target: str | None = None
    text = ""
    for token in tokens:
        if token.type == "link_open":
            target, text = str(token.attrs.get("href", "")), ""
        elif token.type == "link_close" and target is not None:
            yield Anchor(text, target)
            target = None
        elif token.type in {"softbreak", "hardbreak"}:
            text += " "
        else:
            text += token.content
