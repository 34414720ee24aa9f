"""Fits texts of the catalog's owners into one page: lowers headings and rewrites paths."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from catalog_tool.model.publication import Publication
from catalog_tool.site.owner_texts import owner_text
from catalog_tool.text.markup import parse_line, parse_prose, to_plain

_LOWEST_LEVEL = 6
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkdownSection:
    """A part of the Markdown catalog.

    Attributes:
        headings: the plain text of its headings, in order.
        markdown: its text, without blank lines at the start and end.
    """

    headings: tuple[str, ...]
    markdown: str


def prose_section(
    publication: Publication, name: str, title: str, level: int
) -> MarkdownSection | None:
    """Return a text of the owners under a heading of the given level.

    Args:
        publication: the catalog.
        name: name of the text.
        title: its heading, if the text has no heading of the first level.
        level: level of that heading, 1 to 6.

    Returns:
        The section, or ``None`` if the owners wrote no such text.
    """
    text = owner_text(publication, name)
    if not text:
        return None
    tokens = parse_prose(text).tokens
    if not any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
        text = f"# {title}\n\n{text}"
        tokens = parse_prose(text).tokens
    lines: list[str | None] = [*_with_paths(text, tokens, publication).split("\n")]
    headings = []
    for opening, inline in _headings(tokens):
        first, end = opening.map or (0, 0)
        lines[first:end] = [None] * (end - first)
        depth = min(int(opening.tag[1:]) + level - 1, _LOWEST_LEVEL)
        lines[first] = f"{'#' * depth} {' '.join(inline.content.split())}"
        headings.append(to_plain(parse_line(inline.content)))
    return MarkdownSection(tuple(headings), "\n".join(line for line in lines if line is not None))


def path_from_published(publication: Publication, path: str) -> str:
    """Return a repository path as the Markdown catalog links to it."""
    return posixpath.relpath(path, posixpath.dirname(publication.settings.published) or ".")


def _headings(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token]]:
    for position, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            yield token, tokens[position + 1]


def _with_paths(text: str, tokens: tuple[Token, ...], publication: Publication) -> str:
    """Return the text with the paths of images and links relative to the Markdown catalog."""
    lines = text.split("\n")
    for token in tokens:
        first, end = token.map or (0, 0)
        for target in _paths(token):
            path = posixpath.join(publication.settings.prose, target)
            new = path_from_published(publication, path)
            for number in range(first, end):
                lines[number] = lines[number].replace(f"]({target}", f"]({new}")
    return "\n".join(lines)


def _paths(inline: Token) -> set[str]:
    attributes = [
        child.attrs.get("src") or child.attrs.get("href") for child in inline.children or ()
    ]
    return {str(target) for target in attributes if target and not _ELSEWHERE.match(str(target))}
