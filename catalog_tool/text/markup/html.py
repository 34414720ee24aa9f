"""Converts tokens to HTML that no later stage can act on.

The result becomes part of pages that a Markdown engine, its extensions, and a template engine still
process. So every character with a meaning to any of them is written as a character reference, not
only the four that HTML needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it.token import Token
from markupsafe import Markup as SafeHtml

from catalog_tool.text.markup.grammar import Markup
from catalog_tool.text.urls.address import web_address_fault
from catalog_tool.text.urls.shorteners import COMPANY_HOSTS

_ACTIVE = re.compile(
    r"[&<>\"'`*_{}\[\]()\\|~^=$@#:+!%\x00-\x09\x0b-\x1f\x7f]|-(?=-)|\.(?=\.)| (?=\n)"
)
_REMEMBERED = 2**14  # pages repeat names and addresses
_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "em": "em",
    "strong": "strong",
}


def inert(text: object) -> SafeHtml:
    """Return text as HTML that shows exactly that text, in an element or a quoted attribute.

    HTML that is already safe (it has ``__html__``) is returned unchanged.
    """
    kind = type(text)
    if kind is SafeHtml:
        return text  # type: ignore[return-value]
    if kind is not str and hasattr(text, "__html__"):
        return SafeHtml(text)  # noqa: S704 - declared safe by its creator
    return _inert(str(text))


@lru_cache(_REMEMBERED)
def _inert(text: str) -> SafeHtml:
    return SafeHtml(_ACTIVE.sub(_reference, text))  # noqa: S704 - encoded here


def to_html(markup: Markup) -> SafeHtml:
    """Return the HTML of partner text; constructs that aren't allowed are shown as text.

    Links keep their target only if it passes the strict address grammar, and they always have
    ``rel="nofollow noopener noreferrer"``.
    """
    return SafeHtml("".join(_render(markup.tokens)))  # noqa: S704 - built from inert parts


def _render(tokens: tuple[Token, ...] | list[Token]) -> Iterator[str]:
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "inline":
            yield from _render_inline(token.children or [])
        elif token.hidden:
            continue
        elif kind == "ordered_list" and "start" in token.attrs:
            yield f'<ol start="{int(token.attrs["start"])}">'
        elif kind in _TAGS:
            yield f"</{_TAGS[kind]}>" if token.nesting == -1 else f"<{_TAGS[kind]}>"
        elif token.content:
            yield inert(token.content)


def _render_inline(tokens: list[Token]) -> Iterator[str]:
    open_links: list[bool] = []
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind == "link":
            yield _link(token, open_links)
        elif token.type == "code_inline":
            yield f"<code>{inert(token.content)}</code>"
        elif token.type == "softbreak":
            yield "\n"
        elif token.type == "hardbreak":
            yield "<br>"
        elif kind in _TAGS:
            yield f"</{_TAGS[kind]}>" if token.nesting == -1 else f"<{_TAGS[kind]}>"
        else:
            yield inert(token.content)


def _link(token: Token, open_links: list[bool]) -> str:
    if token.nesting == -1:
        return "</a>" if open_links.pop() else ""
    target = str(token.attrs.get("href", ""))
    is_published = web_address_fault(target, COMPANY_HOSTS) is None
    open_links.append(is_published)
    return f'<a href="{inert(target)}" rel="nofollow noopener noreferrer">' if is_published else ""


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
