"""For a comment, an issue, or the summary of a step: Markdown for GitHub, within its length limit.

Texts of strangers are only text: they don't notify anyone, link to anything, or close anything.
Blocks that can be long share the space by their weights; what doesn't fit is counted.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterable, Iterator, Sequence

from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.markdown_findings import BREAK, RESERVED, write_findings
from catalog_tool.text.characters import hidden_characters
from catalog_tool.text.github_markdown import MOST_CHARACTERS, code_block, shown
from catalog_tool.text.markup.inline import destination
from catalog_tool.text.phrases import quantity, shorten
from catalog_tool.text.terminal import visible

_CODE = re.compile(r"[\w./-]+", re.ASCII)


def write(document: doc.Document, most: int = MOST_CHARACTERS) -> str:
    """Return the document as Markdown; empty if there is nothing to write to a page.

    Args:
        document: what to write.
        most: the most characters of the text.
    """
    if document.is_quiet:
        return ""
    marker = f"<!-- {document.marker} -->\n" if document.marker else ""
    blocks = (doc.Paragraph(document.summary), *document.blocks)
    return f"{marker}{_write_blocks(blocks, most - len(marker) - 1)}\n"


def fits(document: doc.Document, most: int = MOST_CHARACTERS) -> bool:
    """Return whether the Markdown of a document shows all of it, so that nothing is only counted.

    Args:
        document: what to write.
        most: the most characters of the text.
    """
    previews = [block for block in document.blocks if isinstance(block, doc.Previews)]
    is_made = all(len(block.previews) == block.count for block in previews)
    text = write(document, most)
    # With some more room, most documents that are cut differ, so few are written without a limit.
    return is_made and all(write(document, room) == text for room in (2 * most, sys.maxsize))


def _write_blocks(blocks: Sequence[doc.Block], room: int) -> str:
    """Return blocks one below the other; long ones share the space that the others leave."""
    weights = {at: weight for at, block in enumerate(blocks) if (weight := _weight(block))}
    texts = {at: _block(block, 0) for at, block in enumerate(blocks) if at not in weights}
    room -= sum(len(text) + len(BREAK) for text in texts.values())
    texts |= {at: _block(blocks[at], room - len(BREAK)) for at in weights}
    total = sum(weights.values())
    # Those that need the least come first, and leave what they don't need to the others.
    for at in sorted(weights, key=lambda at: len(texts[at]) / weights[at]):
        share = int(room * weights[at] / total) - len(BREAK)
        if len(texts[at]) > share:
            texts[at] = _block(blocks[at], share)
        room -= len(texts[at]) + len(BREAK)
        total -= weights[at]
    return BREAK.join(texts[at] for at in range(len(blocks)) if texts[at])


def _weight(block: doc.Block) -> float:
    """Return the share of the space that a block asks for; 0 if it is always written whole."""
    match block:
        case (
            doc.List(items=parts, weight=weight)
            | doc.Table(rows=parts, weight=weight)
            | doc.Findings(diagnostics=parts, weight=weight)
            | doc.Previews(previews=parts, weight=weight)
        ):
            return weight if parts else 0
        case doc.Section() | doc.Fold():
            return sum(map(_weight, block.blocks))
    return 0


def _block(block: doc.Block, room: int) -> str:  # noqa: PLR0911 - one case for each kind of block
    match block:
        case doc.Paragraph(spans, is_small):
            return f"<sub>{_inline(spans)}</sub>" if is_small else _inline(spans)
        case doc.CodeBlock(language, text, most):
            lines = "\n".join(map(visible, text.removesuffix("\n").split("\n")))
            return code_block(language, shorten(lines, most or len(lines)))
        case doc.Section(title, blocks):
            return _wrap(f"### {_inline(title)}", blocks, "", room)
        case doc.Fold(title, blocks):
            # In a line with a tag, escapes of Markdown don't work.
            summary = f"<summary>{html.escape(_capitalize(title))}</summary>"
            return _wrap(f"<details>{summary}", blocks, "</details>", room)
        case doc.List():
            return _list(block, room)
        case doc.Table():
            return _table(block, room)
        case doc.Findings():
            return write_findings(block, room)
        case doc.Previews():
            return _previews(block, room)


def _wrap(start: str, blocks: Sequence[doc.Block], end: str, room: int) -> str:
    """Return blocks with something before and after them; nothing if the blocks are empty."""
    text = _write_blocks(blocks, room - len(start) - len(end) - 2 * len(BREAK))
    return BREAK.join(filter(None, [start, text, end])) if text else ""


def _list(block: doc.List, room: int) -> str:
    items = block.items[: block.most]
    lines = list(_take_fitting(map(_item, items), room - RESERVED))
    rest = len(block.items) - len(lines)
    return "\n".join([*lines, *([f"- … and {rest:,} more"] if rest else [])])


def _item(item: doc.Item) -> str:
    line = f"- {_inline(item.spans)}"
    if not item.blocks:
        return line
    # An item is written whole or not at all.
    below = "\n".join(
        f"  {row}" if row else "" for row in _write_blocks(item.blocks, 0).split("\n")
    )
    return f"{line}\n\n{below}\n"


def _table(table: doc.Table, room: int) -> str:
    if not table.rows:
        return ""
    head = f"{_row(table.head)}\n{'|---' * len(table.head)}|"
    written = (_row(map(_inline, row)) for row in table.rows)
    rows = list(_take_fitting(written, room - len(head) - RESERVED))
    rest = len(table.rows) - len(rows)
    more = [f"\nNot shown: {rest:,} more."] if rest else []
    return "\n".join([head, *rows, *more])


def _row(cells: Iterable[str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


def _take_fitting(lines: Iterable[str], room: int) -> Iterator[str]:
    """Yield the first lines that fit; the rest is never written."""
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return
        yield line


def _previews(block: doc.Previews, room: int) -> str:
    written = (
        f"<details><summary>Preview: <code>{html.escape(name)}</code></summary>\n\n"
        f"{_with_escapes(markdown)}\n\n</details>\n"
        for name, markdown in block.previews
    )
    texts = list(_take_fitting(written, room - RESERVED))
    rest = block.count - len(texts)
    more = [f"Not shown: {quantity(rest, 'preview')}."] if rest else []
    return "\n".join([*texts, *more]).removesuffix("\n")


def _with_escapes(markdown: str) -> str:
    """Return Markdown in which each hidden character shows as its escape."""
    cells = list(markdown)
    for offset in hidden_characters(markdown):
        cells[offset] = cells[offset].encode("unicode_escape").decode()
    return "".join(cells)


def _inline(spans: doc.Inline) -> str:
    return "".join(map(_span, spans))


def _span(span: doc.Span) -> str:  # noqa: PLR0911 - one case for each kind of span
    match span:
        case str():
            return span
        case doc.Foreign(text, most):
            return shown(text, most)
        case doc.Code(text):
            return f"`{text}`" if _CODE.fullmatch(text) else shown(text)
        case doc.Mention(login):
            return f"@{login}"
        case doc.Changed(words, is_added):
            # Bold, because a line through one short word, such as "not", is easily missed.
            start, end = ("<ins>", "</ins>") if is_added else ("<del><strong>", "</strong></del>")
            return f"{start}{_span(words)}{end}"
        case doc.Link(label, address):
            return f"[{_span(label)}]({destination(address)})"
        case doc.Strong(inner):
            return f"**{_inline(inner)}**"
        case doc.PageOnly(markdown):
            return markdown


def _capitalize(title: str) -> str:
    return title[:1].upper() + title[1:]
