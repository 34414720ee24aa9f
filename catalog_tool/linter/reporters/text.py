"""For people at a terminal: problems with their source lines, and the result at the end.

The text has styles; they are removed later if color isn't wanted.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from click import style, unstyle

from catalog_tool.linter.reporters import document as doc
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.text.phrases import CUT, shorten
from catalog_tool.text.terminal import visible, visible_cells, width

EXCERPT_COLUMNS = 96
"""The most columns of a source line that are shown; a longer line is cut around the caret."""

MOST_WITHOUT_TOTALS = 10
"""The most findings that aren't also counted by rule, because they fit on a screen."""

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_INDENT = "  "
_GAP = "  "
_NARROWEST = 6
"""The fewest columns of the terminal for each column of a table that is cut to fit."""
_TAB = "    "
_bold = partial(style, bold=True)


def write(document: doc.Document, columns: int = 0) -> str:
    """Return the document for a terminal, with its styles.

    Args:
        document: what to write.
        columns: width of the terminal; 0 if lines may have any length.
    """
    return write_blocks([*document.blocks, doc.Paragraph(document.summary)], columns)


def write_blocks(blocks: Sequence[doc.Block], columns: int = 0) -> str:
    """Return blocks with an empty line between them; nothing if all of them are empty."""
    found = ["\n".join(lines) for block in blocks if (lines := list(_lines(block, columns)))]
    return "\n\n".join(found) + "\n" if found else ""


def _lines(block: doc.Block, columns: int) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case doc.Paragraph(spans):
            yield from filter(None, [_inline(spans)])
        case doc.List(items, most):
            for item in items[:most]:
                yield _inline(item.spans)
                yield from _indent(item.blocks)
            if most is not None and len(items) > most:
                yield f"… and {len(items) - most:,} more"
        case doc.Table():
            yield from _rows(block, columns)
        case doc.CodeBlock(_, text, most):
            yield from map(visible, shorten(text.rstrip("\n"), most or len(text)).split("\n"))
        case doc.Section(title, blocks):
            yield from _write_titled(_inline(title), blocks)
        case doc.Fold(title, (doc.Paragraph(spans),)):
            yield f"{title}: {_inline(spans)}"
        case doc.Fold(title, blocks):
            yield from _write_titled(title, blocks)
        case doc.Findings(diagnostics):
            found = ["\n".join(_finding(each, columns)) for each in diagnostics]
            yield from filter(None, ["\n\n".join([*found, *_totals(diagnostics)])])


def _write_titled(title: str, blocks: Sequence[doc.Block]) -> Iterator[str]:
    if lines := list(_indent(blocks)):
        yield _bold(unstyle(title))
        yield from lines


def _indent(blocks: Sequence[doc.Block]) -> Iterator[str]:
    yield from (_INDENT + line if line else "" for line in write_blocks(blocks).splitlines())


def _rows(table: doc.Table, most: int) -> Iterator[str]:
    rows = [tuple(map(_inline, row)) for row in table.rows]
    rows = [table.head, *rows] if rows else []
    columns = zip(*rows, strict=True)
    widths = [max(width(unstyle(cell)) for cell in column) for column in columns]
    while most and sum(widths) + len(_GAP) * (len(widths) - 1) > most > _NARROWEST * len(widths):
        widths[widths.index(max(widths))] -= 1
    for row in rows:
        cells = [_cut(cell, room) for cell, room in zip(row, widths, strict=True)]
        padded = zip(cells, widths, strict=True)
        yield _GAP.join(
            cell + " " * (room - width(unstyle(cell))) for cell, room in padded
        ).rstrip()


def _cut(cell: str, room: int) -> str:
    if width(unstyle(cell)) <= room:
        return cell
    text = unstyle(cell)
    while width(text + CUT) > room:
        text = text[:-1]
    return text + CUT


def _inline(spans: doc.Inline) -> str:
    return "".join(map(_span, spans))


def _span(span: doc.Span) -> str:  # noqa: PLR0911 - one case for each kind of span
    match span:
        case str():
            return span
        case doc.Foreign(text, most):
            return visible(shorten(text, most))
        case doc.Code(text) | doc.Mention(text):
            return visible(text)
        case doc.Changed(words, is_added):
            return f"{{+{_span(words)}+}}" if is_added else f"[-{_span(words)}-]"
        case doc.Link(label, address):
            return f"{_span(label)} ({visible(address)})"
        case doc.Strong(inner):
            return _bold(_inline(inner))
        case doc.PageOnly():
            return ""


# Diagnostics


def _finding(diagnostic: Diagnostic, columns: int) -> Iterator[str]:
    yield from _wrap(_head(diagnostic), visible(diagnostic.message), columns)
    if diagnostic.excerpt:
        yield from excerpt(diagnostic, columns)
    if diagnostic.hint:
        first, *rest = diagnostic.hint.splitlines()
        yield from _wrap(f"{_INDENT}{style('hint:', fg='cyan')}", visible(first), columns)
        yield from (f"{_INDENT * 2}{visible(line)}" for line in rest)
    if fix := diagnostic.fix:
        how = f"{visible(fix.title)} ({fix.how})"
        yield from _wrap(f"{_INDENT}{style('fix:', fg='green')}", how, columns)


def _head(diagnostic: Diagnostic) -> str:
    place = f"{visible(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}: "
    grade = style(diagnostic.severity.value, fg=_COLORS[diagnostic.severity], bold=True)
    rule = _bold(f"{diagnostic.code} {diagnostic.name}")
    return f"{place if diagnostic.path else ''}{grade} {rule}:"


def _wrap(head: str, text: str, columns: int) -> list[str]:
    """Return a text after a styled head, in lines that fit unless a word is longer."""
    if not columns:
        return [f"{head} {text}"]
    size = width(unstyle(head))
    first, *rest = textwrap.wrap(
        f"{'x' * size} {text}",
        columns,
        subsequent_indent=_INDENT * 2,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"{head}{first[size:]}", *rest]


def _totals(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield how often each rule found something, if that is too much to see at once."""
    numbers: Counter[str] = Counter()
    for each in diagnostics:
        numbers[f"{each.severity.value:7}  {each.code} {each.name}"] += each.count
    if len(diagnostics) > MOST_WITHOUT_TOTALS:
        rows = (f"{number:7,}  {rule}" for rule, number in numbers.most_common())
        yield "\n".join([_bold("Totals by rule"), *rows])


def excerpt(diagnostic: Diagnostic, columns: int = 0) -> Iterator[str]:
    """Yield the source line of a diagnostic and the carets below it, with their styles."""
    gutter = f"{diagnostic.line} |"
    taken = width(f"{_INDENT}{gutter} {CUT}{CUT}")
    room = max(min(EXCERPT_COLUMNS, columns - taken), 1) if columns else EXCERPT_COLUMNS
    line = diagnostic.excerpt
    cells = [_TAB if line[at] == "\t" else cell for at, cell in enumerate(visible_cells(line))]
    start, end = _caret_range(diagnostic, len(cells))
    first, last = _window(cells, start, end, room)
    before = (CUT if first else "") + "".join(cells[first:start])
    marked = "".join(cells[start : min(end, last)])
    after = "".join(cells[end:last]) + (CUT if last < len(cells) else "")
    carets = style("^" * max(width(marked), 1), fg=_COLORS[diagnostic.severity], bold=True)
    yield f"{_INDENT}{style(gutter, dim=True)} {before}{marked}{after}"
    yield f"{_INDENT}{style('|'.rjust(len(gutter)), dim=True)} {' ' * width(before)}{carets}"


def _caret_range(diagnostic: Diagnostic, length: int) -> tuple[int, int]:
    """Return the offsets of the carets in the source line, end exclusive."""
    start = min(diagnostic.column - 1, length)
    is_one_line = diagnostic.line == diagnostic.end_line
    end = min(diagnostic.end_column - 1, length) if is_one_line else length
    return start, max(start, end)


def _window(cells: Sequence[str], start: int, end: int, left: int) -> tuple[int, int]:
    """Return the part of a source line that is shown: the carets, and as much around as fits."""
    first, last = start, start
    while left > 0 and (first > 0 or last < len(cells)):
        # The marked part comes first, then both sides in turn.
        ahead = last < len(cells) and (last < end or last - end <= start - first or not first)
        cell = cells[last] if ahead else cells[first - 1]
        left -= width(cell)
        first, last = (first, last + 1) if ahead else (first - 1, last)
    return first, last
