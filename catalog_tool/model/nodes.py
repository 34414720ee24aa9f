"""The tree of one YAML file: text, lists, and mappings with their offsets in the file.

They are named tuples, because a check creates a hundred of them per entry, and a frozen dataclass
takes three times as long to create.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar, cast

from catalog_tool.model.edits import Where


class Scalar(NamedTuple):
    """A text; ``style`` is its quote or block mark, or ``""``."""

    start: int
    end: int
    value: str
    style: str = ""


class Sequence(NamedTuple):
    """A list; ``flow`` is true if it was written in brackets."""

    start: int
    end: int
    children: tuple[Node, ...]
    flow: bool = False


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file.

    Attributes:
        start: offset of its first character.
        end: one past its last character.
        by_key: the nodes of each key and its value, by the text of the key.
        flow: true if it was written in braces.
    """

    start: int
    end: int
    by_key: dict[str, tuple[Scalar, Node]]
    flow: bool = False

    @property
    def pairs(self) -> tuple[tuple[Scalar, Node], ...]:
        """Keys with their values, in the order of the file."""
        return tuple(self.by_key.values())

    def find(self, key: object) -> tuple[Scalar, Node] | None:
        """Return the key and value nodes of ``key``, or ``None``."""
        return self.by_key.get(key) if isinstance(key, str) else None


Node = Scalar | Sequence | Mapping
AnyNode = TypeVar("AnyNode", bound=Node)
Plain = str | tuple["Plain", ...] | dict[str, "Plain"]


def relocate_span(start: int, end: int, offsets: list[int]) -> tuple[int, int]:
    """Return a span with offsets of another text; see :func:`relocate` for ``offsets``.

    An empty span is placed directly after the character before it.
    """
    last = len(offsets) - 1
    behind = offsets[min(end, last + 1) - 1] + 1 if end else offsets[0]
    return (offsets[min(start, last)] if end > start else behind), behind


Relocated = Callable[[int, int, list[int]], tuple[int, int]]
"""Returns a span with offsets of another text, given those for each offset of the parsed text."""


def relocate(node: AnyNode, offsets: list[int], relocated: Relocated = relocate_span) -> AnyNode:
    """Return a tree with offsets of another text.

    Args:
        node: the root of the tree.
        offsets: the offset in the other text for each offset of the parsed text.
        relocated: returns the span of a node in the other text.
    """
    start, end = relocated(node.start, node.end, offsets)
    moved: Node = node._replace(start=start, end=end)
    if isinstance(moved, Sequence):
        children = (relocate(child, offsets, relocated) for child in moved.children)
        moved = moved._replace(children=tuple(children))
    elif isinstance(moved, Mapping):
        by_key = {
            name: (relocate(key, offsets, relocated), relocate(value, offsets, relocated))
            for name, (key, value) in moved.by_key.items()
        }
        moved = moved._replace(by_key=by_key)
    return cast("AnyNode", moved)


def walk_scalars(node: Node, where: Where) -> Iterator[tuple[Where, Scalar, bool]]:
    """Yield every key and value below a node with its place, and whether it is a key."""
    if isinstance(node, Scalar):
        yield where, node, False
    elif isinstance(node, Sequence):
        for position, child in enumerate(node.children):
            yield from walk_scalars(child, (*where, position))
    else:
        for key, value in node.pairs:
            yield (*where, key.value), key, True
            yield from walk_scalars(value, (*where, key.value))


def child_at(node: Node | None, step: str | int) -> Node | None:
    """Return one child of a node by key or position, or ``None``."""
    if isinstance(node, Mapping):
        pair = node.find(step)
        return pair[1] if pair else None
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.children):
        return node.children[step]
    return None


def plain(node: Node) -> Plain:
    """Return a tree as plain text, tuples, and dicts, which the model can validate."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(plain(child) for child in node.children)
    return {key.value: plain(value) for key, value in node.pairs}
