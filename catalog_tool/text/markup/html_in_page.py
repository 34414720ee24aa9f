"""Reads the HTML in a page that Markdown has, too: line breaks, pictures, and anchors.

The title of an anchor that shows nothing else is its text.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

IS_UNNAMED = "is_unnamed"
"""The key that the meta data of a picture have if only its file name tells what it shows."""
LINE_BREAK = "<br>"
"""Markup of a line break within one line of the page."""
_ANCHOR = re.compile(
    r"<a\s(?=([^<>]{0,1000}))[^<>]{0,500}?href\s*=\s*[\"']?([^\"'<>\s]+)[^<>]{0,500}>"
    r"((?:[^<>\n]|<(?!/?a\b)[^<>\n]{0,1000}>){1,1000}?)</a>",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"<img\s[^<>]{0,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(alt|src|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"'<>\s]+))", re.IGNORECASE
)
_STRONG = re.compile(r"<(b|strong)\b[^<>]{0,200}>\s*([^<>\s][^<>]{0,300})</\1\s*>", re.IGNORECASE)
_FILE_NAME = re.compile(r"(?:\A|/)([a-z]+(?:[-_][a-z]+)*)\.[a-z]+(?:\?|\Z)", re.IGNORECASE)
"""The name of a file in words, which says what a picture without a text shows."""
_AFTER_LOGO = re.compile(r"(?<= logo) .*", re.IGNORECASE)
"""What follows in the name of a file: a color, a size, or a language."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_html(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    """Read one element; a rule of the parser."""
    if image := _IMAGE.match(state.src, state.pos):
        if not silent:
            _push_image(state, image.group())
        state.pos = image.end()
        return True
    if words := _STRONG.match(state.src, state.pos):
        if not silent:
            _push_strong(state, words[2])
        state.pos = words.end()
        return True
    is_break = found = _BREAK.match(state.src, state.pos)
    if not found and not state.linkLevel:
        found = _ANCHOR.match(state.src, state.pos)
    if not found:
        return False
    if not silent and is_break:
        state.push("hardbreak", "br", 0).markup = LINE_BREAK
    elif not silent:
        state.push("link_open", "a", 1).attrs = {"href": found.group(2)}
        end, state.pos, state.posMax = state.posMax, *found.span(3)
        state.linkLevel += 1
        first = len(state.tokens)
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.posMax = end
        title = _attributes(found.group(1)).get("title", "")
        if title and not state.pending.strip() and not any(map(_shows, state.tokens[first:])):
            state.push("text", "", 0).content = title
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def name_of_picture(address: str) -> str:
    """Return the words in the file name of a picture, up to *logo*, or ``""``."""
    named = _FILE_NAME.search(address)
    words = re.sub(r"[-_]+", " ", named.group(1)) if named else ""
    return _AFTER_LOGO.sub("", words)


def _shows(token: Token) -> bool:
    is_named = token.type != "html_inline" and not token.meta.get(IS_UNNAMED)
    return is_named and bool(token.content.strip())


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): "".join(given) for name, *given in _ATTRIBUTE.findall(tag)}


def _push_strong(state: StateInline, words: str) -> None:
    state.push("strong_open", "strong", 1).markup = "**"
    state.push("text", "", 0).content = " ".join(words.split())
    state.push("strong_close", "strong", -1).markup = "**"


def _push_image(state: StateInline, tag: str) -> None:
    values = _attributes(tag)
    token = state.push("image", "img", 0)
    token.attrs = {"src": values.get("src", "")}
    named = values.get("alt") or values.get("title")
    token.content = named or name_of_picture(values.get("src", ""))
    token.meta[IS_UNNAMED] = not named
    token.children = [Token("text", "", 0, content=token.content)]
