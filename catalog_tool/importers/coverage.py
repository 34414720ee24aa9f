"""Counts where the lines and links of a text are: in entries, in the report, or in neither."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape

from catalog_tool.importers.markdown.page import normalize_line_ends
from catalog_tool.importers.result import Count, Import, ImportMessage, Lines
from catalog_tool.model.nodes import Plain
from catalog_tool.text.markup.page import addresses_in

_LOST = "This link isn't in an entry."


def with_lost_links(imported: Import, text: str) -> Import:
    """Return an import whose report also has each link that is in no entry."""
    told = _links_in_entries(imported) | _links_in_report(imported)
    lost = tuple(
        ImportMessage(Lines(number, number), link, _LOST)
        for number, link in _links(text)
        if _without_scheme(link) not in told
    )
    return replace(imported, left_out=(*imported.left_out, *lost))


def count_links(imported: Import, texts: Mapping[str, str]) -> Count:
    """Count the web and email addresses of texts, which are given by their files."""
    links = [_without_scheme(link) for text in texts.values() for _, link in _links(text)]
    return _count(links, _links_in_entries(imported), _links_in_report(imported))


def count_lines(imported: Import, texts: Mapping[str, str]) -> Count:
    """Count the lines of texts that aren't blank."""
    placed = (each.lines for partner in imported.partners for each in partner.placements)
    told = (message.lines for message in imported.messages)
    written = [
        (file, n)
        for file, text in texts.items()
        for n, line in enumerate(normalize_line_ends(text).split("\n"), start=1)
        if line.strip()
    ]
    return _count(written, set(_numbers(placed)), set(_numbers(told)))


def _count(found: Sequence[object], entries: Container[object], report: Container[object]) -> Count:
    others = [each for each in found if each not in entries]
    return Count(len(found), len(found) - len(others), sum(each in report for each in others))


def _numbers(ranges: Iterable[Lines]) -> Iterator[tuple[str, int]]:
    return ((lines.file, n) for lines in ranges for n in lines.numbers)


def _links(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(normalize_line_ends(text).split("\n"), start=1):
        yield from ((number, link) for link in addresses_in(unescape(line)))


def _links_in_entries(imported: Import) -> set[str]:
    texts = (text for partner in imported.partners for text in _texts(dict(partner.values)))
    return {_without_scheme(link) for text in texts for link in addresses_in(unescape(text))}


def _links_in_report(imported: Import) -> set[str]:
    texts = (each.text for each in imported.messages)
    return {_without_scheme(link) for text in texts for link in addresses_in(unescape(text))}


def _without_scheme(link: str) -> str:
    """Return a link as people also write it, such as the text of a link to it."""
    return link.rpartition("://")[2].rstrip("/")


def _texts(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        return
    for inner in value.values() if isinstance(value, dict) else value:
        yield from _texts(inner)
