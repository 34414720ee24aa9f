"""Writes the tokens of a page as Markdown again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from markdown_it.token import Token

from catalog_tool.text.markup.inline import destination, write_code
from catalog_tool.text.markup.markdown import line_to_markdown, without_separators
from catalog_tool.text.markup.page import ADDRESS, BARE

_BREAKS = ("\n", "\\\n")
_SPANS = frozenset(f"{kind}_{end}" for kind in ("em", "strong", "s") for end in ("open", "close"))
_OPENED_BY_PROGRAMS = {"mailto": ADDRESS, "tel": re.compile(r"[+(]?\d[\d ().-]*")}
"""What follows the schemes of links that open no page."""


def write_inline(tokens: Iterable[Token]) -> str:
    """Return inline tokens as the original Markdown, without images and HTML."""
    pieces = [""]
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            # A break at the beginning or after another break would end the paragraph.
            if any(map(str.strip, pieces)) and pieces[-1] not in _BREAKS:
                pieces.append(_BREAKS[token.type == "hardbreak"])
        elif token.type == "link":
            pieces.append(_link(token, pieces[-1]))
        elif written := _write(token):
            pieces.append(written)
    if pieces[-1] in _BREAKS:
        pieces.pop()
    return "".join(pieces).strip()


def _write(token: Token) -> str:
    if token.type == "code_inline":
        return write_code(token.content)
    if token.type in _SPANS or token.type == "text_special":
        return token.markup
    return token.content if token.type == "text" else ""


def _link(link: Token, before: str) -> str:
    """Return a link as Markdown; a bare address becomes a link only if it is a web address.

    Entries can't link to an email address or a phone number, so it follows the text of the link.
    """
    target = str(link.attrs["href"])
    shown = (
        inner
        for token in link.children or ()
        for inner in (token.children or () if token.type == "image" else (token,))
    )
    text = write_inline(shown)
    if link.markup == BARE:
        is_of_web = "://" in target and text == target and not before.endswith("\\")
        return f"<{target}>" if is_of_web else text
    if address := _opened_by_a_program(target):
        written = without_separators(line_to_markdown(address))
        is_told = not text or address in link.content
        return (text or written) if is_told else f"{text} ({written})"
    if link.markup == "autolink":
        return f"<{text}>"
    title = "" if link.meta else str(link.attrs.get("title", "")).replace('"', '\\"')
    written = destination(target)
    written = f"<{written}>" if " " in target and not written.startswith("<") else written
    return f'[{text}]({written} "{title}")' if title else f"[{text}]({written})"


def opens_no_page(target: str) -> bool:
    """Return whether a link leads to an email address or a phone number."""
    return bool(_opened_by_a_program(target))


def _opened_by_a_program(target: str) -> str:
    """Return the email address or the phone number that a link leads to, or ``""``."""
    scheme, _, address = unquote(target.partition("?")[0]).partition(":")
    pattern = _OPENED_BY_PROGRAMS.get(scheme.lower())
    is_one = pattern is not None and pattern.fullmatch(address)
    return address if is_one else ""
