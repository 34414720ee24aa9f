"""For people at a terminal: what is found with its source line, what it comes to at the end.

Styles are part of it; they are taken out again if nobody wants color.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from click import style, unstyle

from catalog_tool.text.document.blocks import (
    Block,
    Changed,
    Code,
    CodeBlock,
    Document,
    Finding,
    Findings,
    Fold,
    Foreign,
    Inline,
    Item,
    Level,
    List,
    Mention,
    Paragraph,
    Previews,
    Section,
    Span,
    Strong,
    Table,
)
from catalog_tool.text.document.excerpt import excerpt
from catalog_tool.text.phrases import shorten
from catalog_tool.text.terminal import visible, width

_COLORS: dict[Level, str] = {"error": "red", "warning": "yellow", "info": "blue"}
_INDENT = "  "
_GAP = "  "
_bold = partial(style, bold=True)


def write(document: Document) -> str:
    """Return the document for a terminal, with its styles."""
    return written([*document.blocks, Paragraph(document.summary)])


def written(blocks: Sequence[Block]) -> str:
    """Return blocks with an empty line between two of them; nothing if they say nothing."""
    found = ["\n".join(lines) for block in blocks if (lines := list(_lines(block)))]
    return "".join(f"{text}\n" for text in "\n\n".join(found).split("\n")) if found else ""


def _finding(finding: Finding) -> Iterator[str]:
    """Yield the lines of one finding, with their styles."""
    yield _headline(finding)
    if finding.excerpt:
        number, source, before, carets = excerpt(finding)
        gutter = f"{number} |"
        marks = style(carets, fg=_COLORS[finding.level], bold=True)
        yield f"{_INDENT}{style(gutter, dim=True)} {source}"
        yield f"{_INDENT}{style('|'.rjust(len(gutter)), dim=True)} {before}{marks}"
    if finding.hint:
        first, *rest = finding.hint.splitlines()
        yield f"{_INDENT}{style('hint:', fg='cyan')} {visible(first)}"
        yield from (f"{_INDENT * 2}{visible(line)}" for line in rest)
    if finding.remedy:
        title = f"{visible(finding.remedy.title)} ({finding.remedy.how})"
        yield f"{_INDENT}{style('fix:', fg='green')} {title}"


def _headline(finding: Finding) -> str:
    at = finding.place
    place = f"{visible(at.path)}:{at.line}:{at.column}: " if at else ""
    level = style(finding.level, fg=_COLORS[finding.level], bold=True)
    return f"{place}{level} {_bold(finding.rule)}: {visible(finding.message)}"


def _lines(block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Paragraph():
            yield from filter(None, [_inline(block.spans)])
        case List():
            shown = block.items[: block.most]
            for item in shown:
                yield from _item(item)
            if rest := len(block.items) - len(shown):
                yield f"… and {rest:,} more"
        case Table():
            yield from _rows(block)
        case CodeBlock():
            text = block.text.removesuffix("\n")
            yield from map(visible, shorten(text, block.most or len(text)).split("\n"))
        case Section():
            yield from _titled(_bold(unstyle(_inline(block.title))), block.blocks)
        case Fold(title, (Paragraph() as only,)):
            yield f"{title}: {_inline(only.spans)}"
        case Fold():
            yield from _titled(_bold(block.title), block.blocks)
        case Findings():
            found = ("\n".join(_finding(each)) for each in block.findings)
            yield from filter(None, ["\n\n".join(found)])
        case Previews():
            pass


def _item(item: Item) -> Iterator[str]:
    yield _inline(item.spans)
    for block in item.blocks:
        yield from _indented(block)


def _titled(title: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield a title and what stands below it; nothing if only a page shows that."""
    if text := written(blocks):
        yield title
        yield from (f"{_INDENT}{line}" if line else "" for line in text.splitlines())


def _indented(block: Block) -> Iterator[str]:
    yield from (f"{_INDENT}{line}" for lines in _lines(block) for line in lines.split("\n"))


def _rows(table: Table) -> Iterator[str]:
    if not table.rows:
        return
    rows = [table.head, *(tuple(map(_inline, row)) for row in table.rows)]
    widths = [max(width(unstyle(row[column])) for row in rows) for column in range(len(table.head))]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield _GAP.join(cell + " " * (room - width(unstyle(cell))) for cell, room in cells).rstrip()


def _inline(spans: Inline) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    match span:
        case str():
            return span
        case Foreign():
            return visible(shorten(span.text, span.most))
        case Code(text) | Mention(text):
            return visible(text)
        case Changed(words, is_added):
            return f"{{+{_span(words)}+}}" if is_added else f"[-{_span(words)}-]"
        case Strong(inner):
            return _bold(_inline(inner))
        case _:
            return ""
