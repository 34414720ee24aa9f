"""Writes the HTML tables, lists, and blocks of links of a page as Markdown.

One parser then reads both. Tags are found in one pass, because what strangers write can be nested
as deep and be as long as they like. What is inside a cell stays as it is: the parser reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from catalog_tool.text.markup.html_drawings import Span, with_pictures

_BLOCK = re.compile(r"<(/?)(?:table|ul|ol|dl)\b", re.IGNORECASE)
_WRAPPER = re.compile(
    r" {0,3}<(?:(?:center|div|figure|h[1-6]|p|section)\b|a\s[^<>]*>?\s*\Z)", re.IGNORECASE
)
_WRAPPERS = frozenset("center div figure h1 h2 h3 h4 h5 h6 p section".split())
_FRAME = re.compile(r"<(/?)(?:a|center|div|figure|section)\b", re.IGNORECASE)
_NEAR = 3
"""Most lines from a blank line to the next one with text."""
_FRAMES = frozenset("center div figure section".split())
_LINKED = re.compile(r"<(?:a|h[1-6])\b", re.IGNORECASE)
_APART = re.compile(r"#+ |<(b|strong)\b[^<>]*>[^<>]+</\1\s*>\Z|<img\b[^<>]*>\Z", re.IGNORECASE)
"""Text with blank lines around it: a heading, strong words that can be one, or a picture."""
_DOCUMENT = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_ROW = re.compile(r" {0,3}\|[^|\n].*\|[ \t]*\Z")
_RULE = re.compile(r" {0,3}\|[\s:|-]*\|[ \t]*\Z")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_OF_MARKDOWN = re.compile(r" {0,3}<(?:center|div|figure|section)\b[^<>]*\smarkdown\b[^<>]*>\s*")
"""A tag after which Markdown begins, even without a blank line."""
_HEADING_INSIDE = re.compile(
    r"<(h[1-6])\b[^<>]{0,200}>\s*([^<>\s][^<>]{0,300})</\1\s*>", re.IGNORECASE
)
_PIECE = re.compile(r"(<[^<>]*>)")
_UNFINISHED = re.compile(r"</a(?=\s*(?:<|\Z))", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_STRUCTURE = frozenset("table thead tbody tfoot tr td th ul ol li dl dt dd".split())
_LISTS = frozenset({"ul", "ol", "dl"})
_BEGINS = {"li": "<br>", "dt": "<br>", "dd": "<br>: ", "p": " <p>"}
"""What an element starts with, if it isn't a row of its own; a term is defined after a colon."""


@dataclass(slots=True)
class _Row:
    """A row of a table, or an element of a list, which has one cell; ``depth`` is that of lists."""

    first: int
    end: int
    depth: int = 0
    is_header: bool = False
    cells: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add text to the last cell."""
        self.cells[-1:] = ["".join([*self.cells[-1:], " ".join(text.splitlines())])]


def write_tables(text: str) -> tuple[str, list[Span]]:
    """Return a page with its HTML tables and lists in Markdown.

    Returns:
        The page, and for each of its lines, the lines of ``text`` that it was written from.
    """
    lines, places = with_pictures(text)
    is_document = _DOCUMENT.match(text) is not None
    if is_document:  # whose indentation means nothing, unlike that of code in Markdown
        lines = [line.lstrip() for line in lines]
    written: list[tuple[str, Span]] = []
    position = 0
    regions = _regions(lines, _TAG if is_document else _WRAPPER)
    for start, end in [*regions, (len(lines), len(lines))]:
        written += _outside(lines, position, start)
        html = "\n".join(lines[start:end])
        written += _markdown(_rows(html, start)) if _BLOCK.search(html) else _unwrap(html, start)
        position = end
    spans = [(places[first][0], places[end - 1][1]) for _, (first, end) in written]
    return "\n".join(line for line, _ in written), spans


def _outside(lines: Sequence[str], first: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield lines between HTML; a table without a header gets an empty one."""
    is_code = False
    for number in range(first, end):
        line, span = lines[number], (number, number + 1)
        is_code ^= _FENCE.match(line) is not None
        if not is_code and _begins_table(lines, number):
            width = line.count("|") - 1
            yield from [("| " * width + "|", span), ("|---" * width + "|", span)]
        yield line, span
        if _OF_MARKDOWN.fullmatch(line):
            yield "", span


def _begins_table(lines: Sequence[str], number: int) -> bool:
    """Return whether a table without a header begins with a row, as other grammars allow."""
    if not _ROW.match(lines[number]) or "".join(lines[max(0, number - 1) : number]).strip():
        return False
    after = "".join(lines[number + 1 : number + 2])
    return _ROW.match(after) is not None and not _RULE.match(after)


def _with_headings(html: str) -> str:
    """Return the HTML of a table or a list with its headings as strong words, in as many lines."""

    def write(found: re.Match[str]) -> str:
        return f"<b>{' '.join(found[2].split())}</b><br>" + "\n" * found[0].count("\n")

    return _HEADING_INSIDE.sub(write, html)


def _regions(lines: Sequence[str], wrapper: re.Pattern[str]) -> Iterator[Span]:
    """Yield the lines of each table, list, and block of links outside of code."""
    depth = start = end = taken = 0
    is_code = False
    for number, line in enumerate(lines):
        if depth == 0 and number >= end and not is_code and wrapper.match(line):
            end = _end_of_wrapper(lines, number)
            html = "\n".join(lines[number:end])
            if not _BLOCK.search(html) and _LINKED.search(html):
                taken = end
                yield number, end
        if number < taken:
            continue
        is_code ^= depth == 0 and _FENCE.match(line) is not None
        if is_code or (depth == 0 and not line.lstrip().startswith("<")):
            continue
        found = depth > 0
        for tag in _BLOCK.finditer(line):
            start = start if found else number
            found = True
            depth = max(0, depth + (-1 if tag.group(1) else 1))
        if found and depth == 0:
            yield start, number + 1


def _end_of_wrapper(lines: Sequence[str], start: int) -> int:
    """Return the end of a block: a blank line, unless only more HTML follows inside of it."""
    depth = 0
    for number in range(start, len(lines)):
        line = lines[number]
        follows = next(filter(None, map(str.strip, lines[number : number + _NEAR])), "")
        if not line.strip() and (depth <= 0 or not follows.startswith("<")):
            return number
        depth += sum(-1 if end else 1 for end in _FRAME.findall(line))
    return len(lines)


def _rows(html: str, first: int) -> list[_Row]:
    """Return the rows and elements in HTML that starts at a line, after the text before them."""
    rows = [_Row(first, first + 1)]
    tables = lists = 0
    number = first
    for piece in _PIECE.split(_with_headings(html)):
        tag = _TAG.match(piece)
        name = tag.group(2).lower() if tag else ""
        opens = 0 if tag is None else -1 if tag.group(1) else 1
        tables += opens * (name == "table")
        lists += opens * (name in _LISTS)
        is_element = name in {"li", "dt"}
        if opens > 0 and (name == "tr" or (is_element and tables < 1)):
            rows.append(_Row(number, number + 1, lists if is_element else 0))
        elif opens > 0 and name in {"td", "th"}:
            rows[-1].is_header |= name == "th"
            rows[-1].cells.append("")
        elif piece.strip():
            begin = _BEGINS.get(name) if opens > 0 else None
            rows[-1].write(begin or _content(piece, name))
        number += piece.count("\n")
        rows[-1].end = number + 1 if piece.strip() else rows[-1].end
    return rows


def _unwrap(html: str, first: int) -> Iterator[tuple[str, Span]]:
    """Yield the content of blocks without the blocks: headings, and a paragraph for each frame.

    What a frame has before its only heading comes after it.
    """
    rows = [_Row(first, first + 1)]
    number = first
    is_linked = False
    frames: list[int] = []
    starts: dict[int, int] = {}
    last_heading = -1
    for piece in _PIECE.split(_UNFINISHED.sub("</a>", html)):
        tag = _TAG.match(piece)
        name = tag.group(2).lower() if tag else ""
        is_open = tag is not None and not tag.group(1)
        if name == "a" and is_open and is_linked:  # the one before isn't closed
            rows[-1].cells.append("</a>")
            rows.append(_Row(number, number + 1, is_header=True))
        is_linked = is_open if name == "a" else is_linked
        number += piece.count("\n")
        if name in _FRAMES and is_open:
            frames.append(len(rows))
        elif name in _FRAMES:
            del frames[-1:]
        if name not in _WRAPPERS:
            rows[-1].cells.append(" ".join(piece.splitlines()))
            rows[-1].end = number + 1
        elif not is_linked:
            is_frame = name in _FRAMES
            mark = f"{'#' * int(name[1])} " if name[1:].isdigit() and is_open else ""
            if mark and frames and last_heading < frames[-1]:
                starts[len(rows)] = frames[-1]
            last_heading = len(rows) if mark else last_heading
            rows.append(_Row(number, number + 1, is_header=is_frame, cells=[mark]))
    rows[-1].cells += ["</a>"] if is_linked else []  # the end of a block closes its last link
    before = ""
    for place in sorted(range(len(rows)), key=lambda n: (starts.get(n, n), n not in starts)):
        row = rows[place]
        text, span = "".join(row.cells).strip(), (row.first, row.end)
        around = [("", span)] if _APART.match(text) else []
        # A link with words after it, such as a logo above a name, ends where the next link begins.
        is_whole = before.startswith("<a ") and not before.endswith("</a>")
        yield from [("", span)] if row.is_header or (is_whole and text.startswith("<a ")) else ()
        before = text or before
        yield from [*around, (text, span), *around] if text.strip("#") else ()


def _content(piece: str, name: str) -> str:
    return " " if name in _STRUCTURE else piece.replace("|", "\\|")


def _markdown(rows: Sequence[_Row]) -> Iterator[tuple[str, Span]]:
    before, *others = rows
    blank = before.first, before.first + 1
    yield from [("", blank), (" ".join(before.cells).strip(), blank), ("", blank)]
    for is_list, run in groupby(others, lambda row: row.depth > 0):
        found = list(run)
        yield from _list(found) if is_list else _table(found)
        yield "", (found[-1].end - 1, found[-1].end)


def _list(rows: Sequence[_Row]) -> Iterator[tuple[str, Span]]:
    for row in rows:
        indent = "  " * (row.depth - rows[0].depth)
        yield f"{indent}- {''.join(row.cells).strip()}", (row.first, row.end)


def _table(rows: Sequence[_Row]) -> Iterator[tuple[str, Span]]:
    width = max(1, *(len(row.cells) for row in rows))
    header = rows[0] if rows[0].is_header else _Row(rows[0].first, rows[0].first + 1)
    body = rows[1:] if rows[0].is_header else rows
    rule = _Row(header.first, header.first + 1, cells=["---"] * width)
    for row in (header, rule, *body):
        cells = [cell.strip() for cell in (*row.cells, *[""] * width)][:width]
        yield f"| {' | '.join(cells)} |", (row.first, row.end)
