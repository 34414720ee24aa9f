"""Turns changes of the data into edits of the text.

Everything that a change doesn't touch stays the same, byte for byte: comments, order, quotation
marks, blank lines. If a change can't be written that way, there are no edits instead of a rewrite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from catalog_tool.model.edits import Change, Edit, Remove, RenameKey, Reorder, ReplaceValue, Where
from catalog_tool.model.nodes import Mapping, Node, Scalar, Sequence
from catalog_tool.model.source import Source
from catalog_tool.text.yaml_scalar import as_scalar

_Child = Node | tuple[Scalar, Node]
_Span = tuple[int, int]
_Spans = tuple[_Span, ...]

_BLOCK_STYLES = frozenset("|>")
_COMMENT_LINE = re.compile(r"[ \t]*#")
_COMMENT_AHEAD = re.compile(r"\s*#")
_TAKEN_IN = re.compile(r"^[ \t]+#|[|>][0-9]?\+", re.MULTILINE)
_BEFORE_KEY = re.compile(r" *")
_BEFORE_ENTRY = re.compile(r" *- *")


def edits_of(changes: Iterable[Change], source: Source) -> tuple[Edit, ...]:
    """Return the text edits that apply ``changes`` to a file, ascending; empty if impossible."""
    edits: list[Edit] = []
    for change in changes:
        if isinstance(change, Edit):
            edits.append(change)
        elif made := [*_edits(change, source)]:
            edits.extend(made)
        else:
            return ()
    edits.sort(key=attrgetter("start", "end"))
    return () if overlap(edits) else tuple(edits)


def overlap(edits: list[Edit]) -> bool:
    """Return whether any of the ascending edits touches what the one before it touches."""
    return any(
        first.end > second.start or first.start == second.start for first, second in pairwise(edits)
    )


def line_start(text: str, offset: int) -> int:
    """Return where the line of an offset starts."""
    return text.rfind("\n", 0, offset) + 1


def next_line(text: str, offset: int) -> int:
    """Return where the line after that of an offset starts; the end of the text if none does."""
    return text.find("\n", offset) + 1 or len(text)


def _edits(change: Change, source: Source) -> Iterator[Edit]:
    match change:
        case RenameKey():
            yield from _rename(change, source)
        case ReplaceValue():
            yield from _replace_value(change, source)
        case Remove():
            yield from _remove(change, source)
        case Reorder():
            yield from _reorder(change, source)


def _rename(change: RenameKey, source: Source) -> Iterator[Edit]:
    key = source.key(change.where)
    parent = source.node(change.where[:-1])
    if key and isinstance(parent, Mapping) and parent.find(change.key) is None:
        yield Edit(key.start, key.end, as_scalar(change.key, key.style))


def _replace_value(change: ReplaceValue, source: Source) -> Iterator[Edit]:
    node = source.node(change.where)
    if not isinstance(node, Scalar) or node.style in _BLOCK_STYLES:
        return
    written = as_scalar(change.value, node.style)
    if node.start < node.end:
        yield Edit(node.start, node.end, written)
    elif source.text[node.start - 1] in ":-":
        yield Edit(node.start, node.end, f" {written}")


def _remove(change: Remove, source: Source) -> Iterator[Edit]:
    parent = source.node(change.where[:-1])
    if parent is None or isinstance(parent, Scalar):
        return
    position = _position(parent, change.where[-1])
    children = _children(parent)
    if position is None or len(children) == 1:
        return
    if parent.flow:
        yield from _remove_from_flow(_own_spans(parent), position, source.text)
        return
    lines = _lines(parent, source.text)
    if lines is None:
        return
    start, end = lines[position]
    end = next_line(source.text, end)
    if position and _takes_in(_last_scalar(children[position - 1]), source.text, end):
        return
    yield Edit(start, end, "")


def _remove_from_flow(spans: list[_Span], position: int, text: str) -> Iterator[Edit]:
    is_last = position == len(spans) - 1
    start = spans[position - 1][1] if is_last else spans[position][0]
    end = spans[position][1] if is_last else spans[position + 1][0]
    if "#" not in text[start : spans[position][0]] + text[spans[position][1] : end]:
        yield Edit(start, end, "")


def _reorder(change: Reorder, source: Source) -> Iterator[Edit]:
    node = source.node(change.where)
    if node is None or isinstance(node, Scalar):
        return
    spans = tuple(_own_spans(node)) if node.flow else _lines(node, source.text)
    if spans is None or sorted(change.order) != list(range(len(spans))):
        return
    if any(map(_ends_in_block, _children(node))) and not _blocks_may_move(change.where, source):
        return
    for (start, end), position in zip(spans, change.order, strict=True):
        written = source.text[slice(*spans[position])]
        if source.text[start:end] != written:
            yield Edit(start, end, written)


def _position(parent: Mapping | Sequence, step: str | int) -> int | None:
    if isinstance(parent, Sequence):
        return step if isinstance(step, int) and step < len(parent.children) else None
    keys = [key.value for key, _ in parent.pairs]
    return keys.index(str(step)) if step in keys else None


def _children(node: Mapping | Sequence) -> tuple[_Child, ...]:
    return node.children if isinstance(node, Sequence) else node.pairs


def _own_spans(node: Mapping | Sequence) -> list[_Span]:
    if isinstance(node, Sequence):
        return [(child.start, child.end) for child in node.children]
    return [(key.start, value.end) for key, value in node.pairs]


def _last_scalar(child: _Child) -> Scalar | None:
    while not isinstance(child, Scalar):
        inside: tuple[_Child, ...] = (
            _children(child) if isinstance(child, Mapping | Sequence) else child
        )
        if not inside:
            return None
        child = inside[-1]
    return child


def _ends_in_block(child: _Child) -> bool:
    scalar = _last_scalar(child)
    return scalar is not None and scalar.style in _BLOCK_STYLES


def _blocks_may_move(where: Where, source: Source) -> bool:
    """Whether no block of text can absorb the lines that it is moved above.

    A line at the margin ends a block, but an indented comment would become a line of it. A block at
    the end of a file without a last line ending would gain one.
    """
    text = source.text
    return where == () and text.endswith("\n") and not _TAKEN_IN.search(text)


def _lines(node: Mapping | Sequence, text: str) -> _Spans | None:
    """Return the lines of each child, with the comments directly above it, without the line ending.

    ``None`` if a child shares its lines with something else. The comments above the first child
    may be about all children, so they stay.
    """
    before = _BEFORE_ENTRY if isinstance(node, Sequence) else _BEFORE_KEY
    return _lines_of(tuple(_own_spans(node)), before, text)


# A list of two thousand equal values has fifty fixes, and each of them needs all lines.
@lru_cache(maxsize=4)
def _lines_of(spans: _Spans, before: re.Pattern[str], text: str) -> _Spans | None:
    lines: list[_Span] = []
    for start, end in spans:
        line = line_start(text, start)
        if not before.fullmatch(text, line, start):
            return None
        first = _with_comments(text, line, lines[-1][1]) if lines else line
        lines.append((first, _line_end(text, end)))
    return tuple(lines)


def _with_comments(text: str, start: int, floor: int) -> int:
    while (above := line_start(text, start - 1)) > floor:
        if not _COMMENT_LINE.match(text, above):
            break
        start = above
    return start


def _line_end(text: str, offset: int) -> int:
    """Return the offset of the line ending of the line on which ``offset`` ends."""
    if text[offset - 1] == "\n":
        offset -= 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1] == "\r" else end


def _takes_in(scalar: Scalar | None, text: str, offset: int) -> bool:
    """Whether a scalar that is now directly above ``offset`` would absorb what follows."""
    if scalar is None or scalar.style not in _BLOCK_STYLES:
        return False
    keeps_blank_lines = "+" in text[scalar.start :].partition("\n")[0]
    return keeps_blank_lines or _COMMENT_AHEAD.match(text, offset) is not None
