"""Finds the name that a record starts with: linked, strong, labeled, or right before an address.

A record becomes a section: its name is the heading, and everything else about it follows as labeled
lines and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from catalog_tool.importers import words
from catalog_tool.importers.markdown.blocks import Block, lines_in, paragraph
from catalog_tool.importers.markdown.evidence import is_telling
from catalog_tool.importers.markdown.line import BREAKS, Line, name_of
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.names import is_sentence
from catalog_tool.importers.result import Lines
from catalog_tool.importers.words import words_of
from catalog_tool.text.markup.html_in_page import IS_UNNAMED
from catalog_tool.text.markup.page import bare_link
from catalog_tool.text.markup.tokens import shown, text_token
from catalog_tool.text.phrases import first_sentence

_BEFORE_SITE = re.compile(r"(?:\s-|[:–—(,→]|[-=]>)\s*\Z")
_AT_THE_END = re.compile(r"(?:\s-|[:–—(,→]|[-=]>|(?<!\bCo)(?<!\b(?:Inc|Ltd))\.)?\s*\Z")
"""What is between a name and the address at the end of a line, such as a full stop."""
_TAG = re.compile(r"\s*<(?:br|p)\b[^<>]*>\s*", re.IGNORECASE)
_ARTICLES = frozenset({"a", "an", "the"})
Named = tuple[Line, Line]
"""The name of a record with its address, and the rest."""


def make_record(name: Line, facts: Sequence[Block | Line]) -> PageSection:
    """Return a record as a section; each line that says something becomes a paragraph."""
    blocks = [
        paragraph(_without_file_name(fact)) if isinstance(fact, Line) else fact
        for fact in facts
        if isinstance(fact, Block) or fact.text or fact.addresses
    ]
    return PageSection(paragraph(name), RECORD, blocks)


def _without_file_name(fact: Line) -> Line:
    """Return a linked picture without a text as an address, because its file's name isn't one."""
    if not fact.is_named_after_file or [each.content for each in fact.links] != [fact.text]:
        return fact
    (link,) = fact.links
    address = bare_link(text_token(str(link.attrs["href"])))
    return Line(fact.lines, (text_token("Website: "), address, *(link.children or ())))


def starting_with(head: Line, below: Sequence[Block] = ()) -> PageSection | None:
    """Return the record that starts with labeled lines, a term to define, or a name."""
    lines = lines_in(head)
    if len(lines) > 1 and words.is_name(lines[0].label) and lines[1].has_mark:
        starts = [n for n, line in enumerate(lines) if n and line.has_mark]
        runs = (lines[start:end] for start, end in pairwise([*starts, len(lines)]))
        return make_record(lines[0].value, [*(paragraph(*run) for run in runs), *below])
    if lines[1:] and _is_name_above_address(*lines[:2]):
        return make_record(lines[0], [*lines[1:], *below])
    if lines[1:] and not lines[0].has_mark and all(each.text.startswith(":") for each in lines[1:]):
        return make_record(lines[0], [*(each.split_at(0)[1] for each in lines[1:]), *below])
    named = split_record(head)
    if not named and any(map(is_telling, below)) and not is_sentence(head.text):
        named = head, Line(head.lines, ())
    return make_record(named[0], [named[1], *below]) if named else None


def _is_name_above_address(name: Line, address: Line) -> bool:
    is_name = not name.links and not name.has_mark and not is_sentence(name.text)
    return is_name and bool(address.links) and not address.words


def with_names_beside(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, with links that have no name joined to the paragraph beside them that has it.

    The paragraph is below a logo without a text, or starts with a label, and the address follows.
    """
    before: Block | None = None
    for block in blocks:
        if before and before.is_text and _is_tag(block):
            yield block  # such as a line break between a logo and the name
            continue
        joined = _join(before, block) if before and before.is_text and block.is_text else None
        if before and not joined:
            yield before
        before = joined or block
    if before:
        yield before


def _is_tag(block: Block) -> bool:
    return block.kind == "html_block" and _TAG.fullmatch(block.source) is not None


def _join(before: Block, after: Block) -> Block | None:
    """Return two paragraphs as one that starts with a linked name, or ``None``."""
    links = before.line.links or after.line.links
    if len(links) != 1:
        return None
    (link,) = links
    pictures = link.children or ()
    if before.line.links:
        nothing = Line(after.lines, ())
        named = _without_article(after.line).split_name()
        name, rest = named or (after.line, nothing)
        is_logo = bool(pictures) and all(each.meta.get(IS_UNNAMED) for each in pictures)
        is_name = named is not None or (after.is_one_line and not is_sentence(name.text))
        is_joined = is_logo and is_name and before.line.text == link.content and not name.links
    else:
        name, rest = Line(before.lines, (text_token(before.line.label),)), before.line.value
        is_site = after.line.addresses[0].is_like(name.text) and not after.line.words
        is_joined = is_site and before.line.has_mark
    if not is_joined or not name.text:
        return None
    named_link = link.copy(content=name.text, children=[*pictures, text_token(name.text)])
    mark = [text_token(": ")] if rest.text else []
    lines = Lines(before.lines.first, after.lines.last)
    return paragraph(Line(lines, (named_link, *mark, *rest.tokens)))


def split_record(line: Line) -> Named | None:
    """Split a line into the name of a record, which is linked, strong, or before an address.

    Returns:
        ``None`` if the line doesn't start with a name, or with a label such as *Website*.
    """
    line = _without_article(line)
    named = _around_sentence(line) or line.split_name() or _below_logo(line)
    named = named or _before_site(line) or _named_after_owner(line)
    is_named = named and name_of(named[0]) and not words.CORE.key_of(name_of(named[0]))
    return named if is_named else None


def _around_sentence(line: Line) -> Named | None:
    """Split a link that has a logo with its name and a sentence: a card that is one link."""
    link = line.tokens[0] if line.tokens else None
    pictures = [each for each in (link.children or () if link else ()) if each.type == "image"]
    name = next((each.content for each in pictures if not each.meta.get(IS_UNNAMED)), "")
    text = shown(line.tokens[:1])
    if not name or name == text or not (is_sentence(text) or text.endswith(".")):
        return None
    linked = line.tokens[0].copy(content=name, children=[*pictures, text_token(name)])
    rest = (text_token(text), *line.tokens[1:])
    return Line(line.lines, (linked,)), Line(line.lines, rest)


def _below_logo(line: Line) -> Named | None:
    """Split the name from a linked picture without a text before it, and from what follows."""
    link = line.tokens[0] if line.tokens else None
    if link is None or link.type != "link" or shown([link]):
        return None
    below = lines_in(Line(line.lines, line.tokens[1:]))
    if not below or below[0].links or is_sentence(below[0].text):
        return None
    first, *others = below
    name, rest = first.split_name() or (first, Line(line.lines, ()))
    linked = link.copy(content=name.text, children=[*(link.children or ()), text_token(name.text)])
    tokens = tuple(token for each in (rest, *others) for token in each.tokens)
    return Line(line.lines, (linked,)), Line(line.lines, tokens)


def _without_article(line: Line) -> Line:
    is_article = line.tokens[1:] and line.tokens[0].content.strip().lower() in _ARTICLES
    return Line(line.lines, line.tokens[1:]) if is_article else line


def _named_after_owner(line: Line) -> Named | None:
    """Return a linked picture without any name with the domain of its owner as a guess."""
    if line.text or len(line.links) != 1 or not line.addresses[0].is_outside:
        return None
    owner = text_token(line.addresses[0].owner)
    return Line(line.lines, (owner, *line.tokens)), Line(line.lines, ())


def _before_site(line: Line) -> Named | None:
    """Split ``Name – https://…`` into the name with its address, and the rest."""
    position = next((n for n, token in enumerate(line.tokens) if token.type == "link"), 0)
    lead = line.tokens[:position]
    if not lead or lead[-1].type != "text" or any(each.type in BREAKS for each in lead):
        return None
    site = Line(line.lines, line.tokens[position : position + 1])
    is_end = not site.words and len(line.tokens) == position + 1
    mark = _AT_THE_END if is_end else _BEFORE_SITE
    name = text_token(mark.sub("", lead[-1].content))
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
