"""Makes a section of one record: its name is the heading, and facts follow as labeled lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.names import is_sentence
from catalog_tool.importers.markdown.nodes import paragraph
from catalog_tool.importers.markdown.outline import RECORD, PageSection
from catalog_tool.importers.markdown.words import is_name, part_of
from catalog_tool.importers.result import Lines

_BEFORE_SITE = re.compile(r"(?:\s-|[:–—])\s*\Z")
_BADGE = re.compile(
    r"badge|shields?\b|travis|codecov|coveralls|appveyor|workflows|readthedocs|gitter|\bstatus\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "an", "the"})
_TITLE = 5
"""Least number of words of a title, most of which are in lowercase: it isn't a name."""
_LOGO = re.compile(r"\s*\b(?:logo|icon|image|picture)\b\s*", re.IGNORECASE)


def record_section(name: Line, facts: Sequence[SyntaxTreeNode]) -> PageSection:
    """Return a record as a section."""
    token = Token("text", "", 0, content=name_of(name))
    links = [each for each in name.tokens if each.type == "link"]
    heading = Line(name.lines, name.tokens if links and name.words else (*links, token))
    return PageSection(paragraph(heading), RECORD, list(facts))


def facts_of(*lines: Line) -> list[SyntaxTreeNode]:
    """Return the lines that say something, each as a paragraph."""
    return [paragraph(line) for line in lines if line.text or line.addresses]


def split_record(line: Line) -> tuple[Line, Line] | None:
    """Split a line into the name of a record, which is linked, strong, or before an address.

    Returns:
        ``None`` if the line doesn't start with a name, or with a label such as *Website*.
    """
    if line.tokens[1:] and line.tokens[0].content.strip().lower() in _ARTICLES:
        line = Line(line.lines, line.tokens[1:])
    named = line.split_name() or _before_site(line)
    is_named = named and name_of(named[0]) and not part_of(name_of(named[0]))
    return named if is_named else None


def labeled_lines(lines: Sequence[Line]) -> tuple[Line, list[SyntaxTreeNode]] | None:
    """Return the name and the facts of lines with labels: ``Name: Contoso``, ``Website: …``."""
    name, *others = [*lines, Line(Lines(1, 1), ())]
    if not is_name(name.label) or not others[0].has_mark:
        return None
    starts = [n for n, line in enumerate(others) if line.has_mark]
    runs = (others[start:end] for start, end in pairwise([*starts, len(others) - 1]))
    return name.value, [paragraph(*run) for run in runs]


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


def _before_site(line: Line) -> tuple[Line, Line] | None:
    """Split ``Name – https://…`` into the name and the address."""
    position = next((n for n, token in enumerate(line.tokens) if token.type == "link"), 0)
    before = line.tokens[position - 1] if position else None
    if not before or before.type != "text" or not _BEFORE_SITE.search(before.content):
        return None
    name = before.copy(content=_BEFORE_SITE.sub("", before.content))
    named = Line(line.lines, (*line.tokens[: position - 1], name))
    site = Line(line.lines, line.tokens[position:])
    return None if is_sentence(named.text) else (named, site)
