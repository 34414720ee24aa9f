"""Counts where the lines and links of a text are: in entries, in the report, or in neither."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from itertools import groupby

from catalog_tool.importers.result import Count, Import, ImportMessage, Lines
from catalog_tool.importers.values import said
from catalog_tool.text.markup.page import addresses_in

_REST = "This isn't part of an entry."
_LOST = "This link isn't in an entry."


def normalize_line_ends(text: str) -> str:
    """Return a text in which each line ends with a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def with_rest(imported: Import, text: str) -> Import:
    """Return an import whose report also has the lines and the links that are nowhere else."""
    told = {number for _, number in (*_placed(imported), *_told(imported))}
    written = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    runs = [(is_told, list(run)) for is_told, run in groupby(written, lambda line: line[0] in told)]
    rest = [
        ImportMessage(Lines(run[0][0], run[-1][0]), "\n".join(line for _, line in run), _REST)
        for is_told, run in runs
        if not is_told
    ]
    messages = (*imported.messages, *rest)
    links = {*_links(_texts_of_entries(imported)), *_links(each.text for each in messages)}
    lost = [
        ImportMessage(Lines(n, n), link, _LOST)
        for n, line in written
        for link in addresses_in(unescape(line))
        if without_scheme(link) not in links
    ]
    left_out = sorted((*imported.left_out, *rest), key=lambda each: each.lines)
    return replace(imported, left_out=(*left_out, *lost))


def count_links(imported: Import, texts: Mapping[str, str]) -> Count:
    """Count the web and email addresses of texts, which are given by their files."""
    entries = set(_links(_texts_of_entries(imported)))
    report = set(_links(message.text for message in imported.messages))
    return _count(list(_links(texts.values())), entries, report)


def count_lines(imported: Import, texts: Mapping[str, str]) -> Count:
    """Count the lines of texts that aren't blank."""
    written = [
        (file, n)
        for file, text in texts.items()
        for n, line in enumerate(normalize_line_ends(text).split("\n"), start=1)
        if line.strip()
    ]
    return _count(written, set(_placed(imported)), set(_told(imported)))


def _count(found: Sequence[object], entries: Container[object], report: Container[object]) -> Count:
    others = [each for each in found if each not in entries]
    return Count(len(found), len(found) - len(others), sum(each in report for each in others))


def _placed(imported: Import) -> Iterator[tuple[str, int]]:
    placements = (each for partner in imported.partners for each in partner.placements)
    return ((each.lines.file, number) for each in placements for number in each.lines.numbers)


def _told(imported: Import) -> Iterator[tuple[str, int]]:
    return ((each.lines.file, n) for each in imported.messages for n in each.lines.numbers)


def _texts_of_entries(imported: Import) -> Iterator[str]:
    return (said(dict(partner.values)) for partner in imported.partners)


def _links(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from map(without_scheme, addresses_in(unescape(text)))


def without_scheme(link: str) -> str:
    """Return a link as people also write it, such as the text of a link to it."""
    return link.rpartition("://")[2].rstrip("/")
