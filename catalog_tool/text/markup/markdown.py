"""Writes parsed partner text as Markdown, for the published catalog.

The result has as little escaping as possible and is inert on GitHub. It is verified: it is parsed
again, and its blocks must equal the original blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from catalog_tool.text.markup.blocks import (
    SEPARATOR,
    MarkupBlock,
    MarkupList,
    MarkupParagraph,
    Words,
    blocks_of,
    texts_of,
)
from catalog_tool.text.markup.escaping import EscapeContext, escape, has_maths, pairing_in
from catalog_tool.text.markup.grammar import Markup, parse_markup
from catalog_tool.text.markup.inline import STYLES, Style, write_pieces
from catalog_tool.text.markup.quick import quick_plain_line

_LAST_LIST_NUMBER = 999_999_999
# Such words never have an effect. (Letters and digits in one word may be the id of a commit.)
_PLAIN = re.compile(r"[A-Za-z]+(?: (?:[A-Za-z]+|[0-9]+))*")
_REMEMBERED = 2**14
_CLOSING_HASHES = re.compile(r"(?<!\S)#+\Z")


def to_markdown(markup: Markup) -> str:
    """Return partner text as Markdown that parses back to the same blocks, without a line end.

    If no style preserves the text, it is published as paragraphs of plain text.
    """
    blocks = blocks_of(markup)
    for styles in (STYLES[:1], STYLES):
        written = _write_blocks(blocks, styles)
        if blocks_of(parse_markup(written)) == blocks:
            return written
    return _write_blocks([MarkupParagraph((Words(text),)) for text in texts_of(blocks)], STYLES)


@lru_cache(_REMEMBERED)  # entries repeat the names of applications
def line_to_markdown(text: str, *, in_link: bool = False) -> str:
    """Return one line of plain text, such as a name, as inline Markdown that shows exactly that.

    Args:
        text: plain text without line ends.
        in_link: whether it is the text of a link; otherwise, it can be the whole text of a
            paragraph, a heading, or an element of a list.
    """
    if _PLAIN.fullmatch(text):
        return text
    around = EscapeContext(pairing=pairing_in(text), maths=has_maths(text))
    if in_link:
        around = replace(around, before="[", after="]", opens=True, closes=True, in_link=True)
    for each in (around, replace(around, encoded=True)):
        written = _CLOSING_HASHES.sub(r"\\\g<0>", escape(text, each))
        if not in_link and quick_plain_line(written) == text == text.strip():
            break
        if _says(f"[{written}](https://example.com)" if in_link else f"# {written}", text):
            break
    return written


def without_separators(markdown: str) -> str:
    """Return partner text without the comments that keep it inert on GitHub."""
    if SEPARATOR not in markdown:
        return markdown
    bare = markdown.replace(SEPARATOR, "")
    is_same = blocks_of(parse_markup(bare)) == blocks_of(parse_markup(markdown))
    return bare if is_same else markdown


def _says(markdown: str, text: str) -> bool:
    return list(texts_of(blocks_of(parse_markup(markdown)))) == [text]


def _write_blocks(
    blocks: Iterable[MarkupBlock], styles: Sequence[Style], *, tight: bool = False
) -> str:
    """Return blocks as Markdown, each paragraph in the first style that keeps what it says."""
    written = []
    before: MarkupList | None = None
    other = False
    for block in blocks:
        if isinstance(block, MarkupList):
            # Two lists in a row are separate lists only if their markers differ.
            other = before is not None and before.is_ordered == block.is_ordered and not other
            written.append(_write_list(block, styles, other=other))
            before = block
        else:
            written.append(_write_paragraph(block, styles))
            before = None
    return ("\n" if tight else "\n\n").join(written)


def _write_paragraph(paragraph: MarkupParagraph, styles: Sequence[Style]) -> str:
    *others, last = styles
    for style in others:
        written = write_pieces(paragraph.pieces, style)
        if blocks_of(parse_markup(written)) == (paragraph,):
            return written
    return write_pieces(paragraph.pieces, last)


def _write_list(block: MarkupList, styles: Sequence[Style], *, other: bool) -> str:
    elements = (
        _write_element(_marker(block, position, other=other), element, styles, tight=block.tight)
        for position, element in enumerate(block.elements)
    )
    return ("\n" if block.tight else "\n\n").join(elements)


def _marker(block: MarkupList, position: int, *, other: bool) -> str:
    if block.first is None:
        return "*" if other else "-"
    number = min(block.first + position, _LAST_LIST_NUMBER)
    return f"{number})" if other else f"{number}."


def _write_element(
    marker: str, blocks: Iterable[MarkupBlock], styles: Sequence[Style], *, tight: bool
) -> str:
    indent = "\n" + " " * (len(marker) + 1)
    text = re.sub(r"\n(?!\n|\Z)", indent, _write_blocks(blocks, styles, tight=tight))
    return f"{marker} {text}".rstrip()
