"""Turns changes of the data into edits of the text, and applies edits.

Everything that a change does not touch stays as it is, byte for byte: comments, order, quoting,
blank lines. A change that cannot be written that way yields no edits rather than a rewrite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.change import Change, Remove, RenameKey, Reorder, ReplaceText, ReplaceValue
from catalog_tool.diagnostic import Diagnostic, Edit
from catalog_tool.nodes import Mapping, Node, Scalar, Sequence
from catalog_tool.quoting import as_scalar
from catalog_tool.source import Source


def edits_of(changes: Iterable[Change], source: Source) -> tuple[Edit, ...]:
    """Return the text edits that make ``changes`` in a file, ascending; empty if impossible."""
    edits: list[Edit] = []
    for change in changes:
        made = list(_edits(change, source))
        if not made:
            return ()
        edits.extend(made)
    edits.sort(key=lambda edit: (edit.start, edit.end))
    return () if _overlap(edits) else tuple(edits)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with ascending, non-overlapping edits applied."""
    parts = []
    position = 0
    for edit in edits:
        parts += [text[position : edit.start], edit.replacement]
        position = edit.end
    return "".join([*parts, text[position:]])


def fixed_text(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> str:
    """Return the text of one file after the fixes of its diagnostics.

    Fixes that would touch what an earlier one touched are left for the next round.

    Args:
        text: the file as it is.
        diagnostics: diagnostics of this file.
        unsafe: also apply fixes that need judgement.
    """
    accepted: list[Edit] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        together = sorted({*accepted, *fix.edits}, key=lambda edit: (edit.start, edit.end))
        if not _overlap(together):
            accepted = together
    return apply_edits(text, accepted)


def _overlap(edits: list[Edit]) -> bool:
    pairs = zip(edits, edits[1:], strict=False)
    return any(first.end > second.start or first.start == second.start for first, second in pairs)


def _edits(change: Change, source: Source) -> Iterator[Edit]:
    match change:
        case ReplaceText():
            yield Edit(change.start, change.end, change.text)
        case RenameKey():
            key = source.key(change.where)
            if key is not None:
                yield Edit(key.start, key.end, as_scalar(change.key))
        case ReplaceValue():
            yield from _replace_value(change, source)
        case Remove():
            yield from _remove(change, source)
        case Reorder():
            yield from _reorder(change, source)


def _replace_value(change: ReplaceValue, source: Source) -> Iterator[Edit]:
    node = source.node(change.where)
    if isinstance(node, Scalar) and node.style not in {"|", ">"}:
        yield Edit(node.start, node.end, as_scalar(change.value, node.style))


def _remove(change: Remove, source: Source) -> Iterator[Edit]:
    parent = source.node(change.where[:-1])
    if parent is None or isinstance(parent, Scalar) or parent.flow:
        return
    blocks = _blocks(parent, source)
    position = _position(parent, change.where[-1])
    if position is not None and len(blocks) > 1:
        start, end = blocks[position]
        yield Edit(start, end, "")


def _reorder(change: Reorder, source: Source) -> Iterator[Edit]:
    node = source.node(change.where)
    if node is None or isinstance(node, Scalar):
        return
    spans = [_own_span(child) for child in _children(node)] if node.flow else _blocks(node, source)
    if sorted(change.order) != list(range(len(spans))):
        return
    old = [source.text[start:end] for start, end in spans]
    if not node.flow and not old[-1].endswith("\n"):
        old[-1] += "\n"
    for (start, end), position in zip(spans, change.order, strict=True):
        if source.text[start:end] != old[position]:
            yield Edit(start, end, old[position])


def _position(parent: Mapping | Sequence, step: str | int) -> int | None:
    if isinstance(parent, Sequence):
        return step if isinstance(step, int) and step < len(parent.children) else None
    keys = [key.value for key, _ in parent.pairs]
    return keys.index(str(step)) if step in keys else None


def _children(node: Mapping | Sequence) -> list[Node | tuple[Scalar, Node]]:
    return list(node.children) if isinstance(node, Sequence) else list(node.pairs)


def _own_span(child: Node | tuple[Scalar, Node]) -> tuple[int, int]:
    if isinstance(child, tuple):
        return child[0].start, child[1].end
    return child.start, child.end


def _blocks(node: Mapping | Sequence, source: Source) -> list[tuple[int, int]]:
    """Return the whole lines of each child, with the comments that stand directly above it."""
    text = source.text
    starts = [text.rfind("\n", 0, _own_span(child)[0]) + 1 for child in _children(node)]
    first = starts[0]
    for position, start in enumerate(starts):
        starts[position] = _with_comments(text, start, first if position == 0 else starts[position - 1])
    last_end = _line_end(text, _own_span(_children(node)[-1])[1])
    return list(zip(starts, [*starts[1:], last_end], strict=True))


def _with_comments(text: str, start: int, floor: int) -> int:
    while start > floor:
        above = text.rfind("\n", 0, start - 1) + 1
        if above < floor or not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _line_end(text: str, offset: int) -> int:
    if offset and text[offset - 1] == "\n":
        return offset
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1
