"""A fast path of the Markdown parser for text that has only paragraphs and simple lists.

Most descriptions are simple, and a check only needs to know what readers see. So tokens are made
only for pages. They are the same as those of the parser; a property test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it.token import Token

InlineParser = Callable[[str], list[Token]]

# Text that can neither start a new block nor change the block before it, in CommonMark with
# tables: no indentation, marker, underline, fence, HTML, link definition, or table row.
_LINE = r"(?![\s\-+*_=>#|`~<\[:]|\d{1,9}[.)])[^\n\r]++(?<!\s)"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*"
_LIST = rf"- {_LINE}(?:\n- {_LINE})*"
# In CommonMark, two lists in a row are one list with paragraphs, which is left to the parser.
_LIST_AND_PARAGRAPH = rf"(?:{_LIST}\n\n+)?{_PARAGRAPH}"
_TEXT = re.compile(
    rf"\n*(?:{_LIST_AND_PARAGRAPH}(?:\n\n+{_LIST_AND_PARAGRAPH})*(?:\n\n+{_LIST})?|{_LIST})\n*\Z"
)
_BLOCKS = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_BETWEEN_BLOCKS = re.compile(r"\n\n+(?:- )?|\n- ")
_SIGN = re.compile(r"[\\`*_\[<&~\x00\r]")
_INLINE_MARKUP = re.compile(rf"{_SIGN.pattern}|\s\n|\n\s")
# Links, and words in bold within a text, that can't be read in any other way. Each part of the
# pattern begins with its sign, so that most of a text is skipped.
_WORDS = r"[A-Za-z0-9](?:[A-Za-z0-9 ,.:/()-]*[A-Za-z0-9])?"
_SPAN = re.compile(
    rf"\[(?<!!\[)(?P<label>{_WORDS})\]\((?P<target>https://[A-Za-z0-9./?=#%-]+)\)"
    rf"|\*\*(?<=[A-Za-z0-9 ,.]\*\*)(?P<strong>{_WORDS})\*\*(?=[A-Za-z0-9 ,.])"
)
_WORDS_OF_SPAN = r"\g<label>\g<strong>"


def quick_plain(text: str) -> str | None:
    """Return what readers see of simple text, or ``None`` for text that needs the parser."""
    if not _TEXT.match(text):
        return None
    if _SIGN.search(text):
        text = _SPAN.sub(_WORDS_OF_SPAN, text)
        if _SIGN.search(text):
            return None
    # The text has no NUL, which is one of the signs.
    blocks = _BETWEEN_BLOCKS.sub("\0", text.strip("\n").removeprefix("- "))
    return blocks.replace("\n", " ").replace("\0", "\n")


def quick_plain_line(text: str) -> str | None:
    """Return what readers see of one paragraph's text, or ``None`` if it needs the parser."""
    if _INLINE_MARKUP.search(text):
        text = _SPAN.sub(_WORDS_OF_SPAN, text)
        if _INLINE_MARKUP.search(text):
            return None
    return text.replace("\n", " ")


def quick_links(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the target of each link of a text that needs no parser."""
    yield from ((span["label"], span["target"]) for span in _SPAN.finditer(text) if span["label"])


def quick_tokens(text: str, parse_inline: InlineParser) -> list[Token] | None:
    """Return the tokens of simple text, or ``None`` for text that needs the parser.

    Args:
        text: Markdown.
        parse_inline: the parser's own inline parse, for paragraphs with inline markup.
    """
    if not _TEXT.match(text):
        return None
    tokens: list[Token] = []
    blocks = [block.span() for block in _BLOCKS.finditer(text)]
    starts = [text.count("\n", 0, start) for start, _ in blocks]
    last_line = text.count("\n") + (not text.endswith("\n"))
    for (start, end), line, next_line in zip(blocks, starts, [*starts[1:], last_line], strict=True):
        block = text[start:end]
        if texts := _list_texts(block):
            tokens += _list(texts, [line, next_line], parse_inline)
        else:
            tokens += _paragraph(block, line, parse_inline)
    return tokens


def inline_token(text: str, parse_inline: InlineParser) -> Token:
    """Return the inline token of one paragraph's text, which is parsed only if it has markup."""
    if not _INLINE_MARKUP.search(text):
        children = [*_words_and_breaks(text)]
    elif not _INLINE_MARKUP.search(_SPAN.sub("x", text)):
        children = [*_spans(text)]
    else:
        (token,) = parse_inline(text)
        return token
    return Token("inline", "", 0, children=children, content=text)


def _paragraph(
    block: str, line: int, parse_inline: InlineParser, level: int = 0
) -> Iterator[Token]:
    extent = [line, line + block.count("\n") + 1]
    hidden = level > 0
    yield Token("paragraph_open", "p", 1, map=extent, level=level, block=True, hidden=hidden)
    inline = inline_token(block, parse_inline)
    inline.map, inline.level, inline.block = extent, level + 1, True
    yield inline
    yield Token("paragraph_close", "p", -1, level=level, block=True, hidden=hidden)


def _list_texts(block: str) -> list[str]:
    """Return the texts of a list, which has one element per line; none if it isn't a list."""
    return [line[2:] for line in block.split("\n")] if block.startswith("- ") else []


def _list(texts: list[str], extent: list[int], parse_inline: InlineParser) -> Iterator[Token]:
    first_line, end = extent
    yield Token("bullet_list_open", "ul", 1, map=extent, markup="-", block=True)
    for number, text in enumerate(texts, start=first_line):
        is_last = number - first_line == len(texts) - 1
        place = [number, end if is_last else number + 1]
        yield Token("list_item_open", "li", 1, map=place, level=1, markup="-", block=True)
        yield from _paragraph(text, number, parse_inline, level=2)
        yield Token("list_item_close", "li", -1, level=1, markup="-", block=True)
    yield Token("bullet_list_close", "ul", -1, markup="-", block=True)


def _words_and_breaks(text: str) -> Iterator[Token]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Token("softbreak", "br", 0)
        if line:
            yield Token("text", "", 0, content=line)


def _spans(text: str) -> Iterator[Token]:
    end = 0
    for span in _SPAN.finditer(text):
        yield from _words_and_breaks(text[end : span.start()])
        end = span.end()
        words = span["label"] or span["strong"]
        kind, tag, markup = ("link", "a", "") if span["label"] else ("strong", "strong", "**")
        opening = Token(f"{kind}_open", tag, 1, markup=markup)
        if span["label"]:
            opening.attrs["href"] = span["target"]
        yield opening
        yield Token("text", "", 0, content=words, level=1)
        yield Token(f"{kind}_close", tag, -1, markup=markup)
    yield from _words_and_breaks(text[end:])
