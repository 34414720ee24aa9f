"""Finds the name that a record starts with: linked, strong, labeled, or right before an address.

A record becomes a section: its name is the heading, and everything else about it follows as labeled
lines and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from catalog_tool.importers import words
from catalog_tool.importers.markdown.blocks import Block, lines_in, paragraph
from catalog_tool.importers.markdown.evidence import is_telling
from catalog_tool.importers.markdown.line import BREAKS, Line, name_of
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.names import is_sentence
from catalog_tool.importers.words import words_of
from catalog_tool.text.markup.html_in_page import IS_UNNAMED
from catalog_tool.text.markup.page import bare_link
from catalog_tool.text.markup.tokens import shown, text_token
from catalog_tool.text.phrases import first_sentence

_BEFORE_SITE = re.compile(r"(?:\s-|[:–—(,→]|[-=]>)\s*\Z")
_AT_THE_END = re.compile(r"(?:\s-|[:–—(,→]|[-=]>|(?<!\bCo)(?<!\b(?:Inc|Ltd))\.)?\s*\Z")
"""What is between a name and the address at the end of a line, such as a full stop."""
_NAME_AND_TEXT = re.compile(r"([^–—]+?)\s+[–—-]\s+(.+)", re.DOTALL)
_TAG = re.compile(r"\s*<(?:br|p)\b[^<>]*>\s*", re.IGNORECASE)
_ARTICLES = frozenset({"a", "an", "the"})
Named = tuple[Line, Line]
"""The name of a record with its address, and the rest."""


def make_record(name: Line, facts: Sequence[Block | Line]) -> PageSection:
    """Return a record as a section; each line that says something becomes a paragraph."""
    blocks = [
        paragraph(_as_website(fact) if _is_unnamed(fact) else fact)
        if isinstance(fact, Line)
        else fact
        for fact in facts
        if isinstance(fact, Block) or fact.text or fact.addresses
    ]
    return PageSection(paragraph(name), RECORD, blocks)


def _is_unnamed(line: Line) -> bool:
    """Return whether a line is only a linked picture of which nothing but the file has a name."""
    return line.is_named_after_file and [each.content for each in line.links] == [line.text]


def _as_website(line: Line) -> Line:
    """Return a line that is only a link as a labeled address, with its pictures but no text."""
    (link,) = line.links
    pictures = [each for each in link.children or () if each.type == "image"]
    address = bare_link(text_token(str(link.attrs["href"])))
    return Line(line.lines, (text_token("Website: "), address, *pictures))


def starting_with(head: Line, below: Sequence[Block] = ()) -> PageSection | None:
    """Return the record that starts with labeled lines, a term to define, or a name."""
    # A picture can be between the name and the address.
    lines = sorted(lines_in(head), key=lambda each: not (each.text or each.addresses))
    first, *others = lines or [head]
    if others and words.is_name(first.label) and others[0].has_mark:
        starts = [n for n, line in enumerate(others) if line.has_mark]
        runs = (others[start:end] for start, end in pairwise([*starts, len(others)]))
        return make_record(first.value, [*(paragraph(*run) for run in runs), *below])
    if others and _is_above_address(first, others[0]):
        name = Line(first.lines, (text_token(first.label),)) if first.has_mark else first
        value = [first.value] if first.has_mark else []
        return make_record(name, [_as_website(others[0]), *value, *others[1:], *below])
    if others and not first.has_mark and all(each.text.startswith(":") for each in others):
        return make_record(first, [*(each.split_at(0)[1] for each in others), *below])
    named = split_record(head)
    if not named and any(map(is_telling, below)) and not is_sentence(head.text):
        named = head, Line(head.lines, ())
    return make_record(named[0], [named[1], *below]) if named else None


def _is_above_address(line: Line, below: Line) -> bool:
    """Return whether a name, or a label like the address, stands above a line with an address."""
    if line.links or len(below.links) != 1 or below.words:
        return False
    return below.addresses[0].is_like(line.label) if line.has_mark else not is_sentence(line.text)


def with_names_beside(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks; a label with its address below it, or a logo with its name, are one."""
    before: Block | None = None
    for block in blocks:
        if before and before.is_text and _is_tag(block):
            yield block  # such as a line break between a logo and the name
            continue
        is_one = before and before.is_text and block.is_text and _belong(before.line, block)
        if before and is_one:
            before = paragraph(before.line, block.line)
            continue
        if before:
            yield before
        before = block
    if before:
        yield before


def _is_tag(block: Block) -> bool:
    return block.kind == "html_block" and _TAG.fullmatch(block.source) is not None


def _belong(before: Line, after: Block) -> bool:
    if before.has_mark:
        return _is_above_address(before, after.line)
    has_name = after.is_one_line or _without_article(after.line).split_name() is not None
    return (
        _is_unnamed(before)
        and has_name
        and _by_logo(paragraph(before, after.line).line) is not None
    )


def split_record(line: Line) -> Named | None:
    """Split a line into the name of a record, which is linked, strong, or before an address.

    Returns:
        ``None`` if the line doesn't start with a name, or with a label such as *Website*.
    """
    line = _without_article(line)
    named = _by_logo(line) or line.split_name() or _before_site(line)
    is_named = named and name_of(named[0]) and not words.CORE.key_of(name_of(named[0]))
    return named if is_named else None


def _by_logo(line: Line) -> Named | None:
    """Split the name from a linked logo: that of a card, what is below, or its owner as a guess."""
    link, *after = line.tokens or (text_token(""),)
    pictures = [each for each in link.children or () if each.type == "image"]
    if not pictures:
        return None
    alts = [each.content for each in pictures if not each.meta.get(IS_UNNAMED)]
    text = shown([link])
    if alts and text not in alts and (is_sentence(text) or text.endswith(".")):
        return _named(line, alts[0], (text_token(text), *after))  # a card that is one link
    below = lines_in(Line(line.lines, tuple(after)))
    is_file = _is_unnamed(Line(line.lines, (link,)))
    if below and (not text or (is_file and after[0].type in BREAKS)):
        return _by_caption(line, below)
    is_bare = not line.text and len(line.links) == 1
    return _named(line, line.addresses[0].owner, ()) if is_bare else None


def _by_caption(line: Line, below: Sequence[Line]) -> Named | None:
    """Split the name from what is below a logo, unless that is a sentence or another link."""
    first = _without_article(below[0])
    caption, other = first.split_name() or (first, Line(line.lines, ()))
    if caption.links or is_sentence(caption.text):
        return None
    return _named(
        line, caption.text, [token for each in (other, *below[1:]) for token in each.tokens]
    )


def _named(line: Line, name: str, rest: Sequence[Token]) -> Named | None:
    """Return the logo at the start of a line with a name as its text, and the rest."""
    logo = line.tokens[0]
    linked = logo.copy(content=name, children=[*(logo.children or ()), text_token(name)])
    return (Line(line.lines, (linked,)), Line(line.lines, tuple(rest))) if name else None


def _without_article(line: Line) -> Line:
    is_article = line.tokens[1:] and line.tokens[0].content.strip().lower() in _ARTICLES
    return Line(line.lines, line.tokens[1:]) if is_article else line


def _before_site(line: Line) -> Named | None:
    """Split ``Name – https://…`` into the name with its address, and the rest."""
    position = next((n for n, token in enumerate(line.tokens) if token.type == "link"), 0)
    lead = line.tokens[:position]
    if not lead or lead[-1].type != "text" or any(each.type in BREAKS for each in lead):
        return None
    site = Line(line.lines, line.tokens[position : position + 1])
    is_end = not site.words and not any(map(str.isalpha, line.split_at(position + 1)[1].words))
    mark = _AT_THE_END if is_end else _BEFORE_SITE
    name = text_token(mark.sub("", lead[-1].content))
    parts = _NAME_AND_TEXT.fullmatch(name.content) if len(lead) == 1 else None
    if parts and site.addresses[0].is_like(parts[1]):
        named = Line(line.lines, (text_token(parts[1]), *site.tokens))
        return named, Line(line.lines, (text_token(parts[2]), *line.tokens[position + 1 :]))
    tokens = *lead[:-1], name
    text = shown(tokens)
    is_apart = text[:1].isalnum() and (is_end or name.content != lead[-1].content)
    is_one = first_sentence(text) == text or (is_end and not site.addresses[0].is_email)
    if not (is_apart and is_one) or is_sentence(text) or words.says_nothing(text):
        return None
    is_like = site.addresses[0].is_like
    is_after_name = is_like(text) or lead[-1].content.rstrip().endswith(",")
    is_feature = is_like(site.words) and not is_after_name
    if words.says_nothing(site.words, words_of(text)) or not is_feature:
        if site.words:
            return Line(line.lines, tokens), Line(line.lines, line.tokens[position:])
        return Line(line.lines, (*tokens, *site.tokens)), line.split_at(position + 1)[1]
    return site, Line(line.lines, (*tokens, *line.tokens[position + 1 :]))  # *Feature – Sponsor*
