"""One file as it was read, with conversions between places in its data and its text."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from catalog_tool.model.edits import Where
from catalog_tool.model.nodes import Mapping, Node, Scalar, child_at, walk_scalars


@dataclass(frozen=True)
class Source:
    """One file as it was read: its text, and its tree if it has one.

    Attributes:
        path: path relative to the root of the catalog, with forward slashes.
        text: the decoded text; empty if the file couldn't be read.
        root: the tree, or ``None`` if the file isn't YAML that entries can use.
    """

    path: str
    text: str = ""
    root: Mapping | None = None

    @cached_property
    def _line_starts(self) -> list[int]:
        lines = self.text.split("\n")
        return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character offset, counted from 1."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Return the text of a line, counted from 1, without its line end."""
        start = self._line_starts[line - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].rstrip("\r")

    def node(self, where: Where) -> Node | None:
        """Return the node at a place in the data, or ``None`` if there is none."""
        node: Node | None = self.root
        for step in where:
            node = child_at(node, step)
        return node

    def span(self, where: Where, start: int, end: int) -> tuple[int, int] | None:
        """Return the offsets of a part of a value.

        Args:
            where: a scalar.
            start: first character of the part, counted from 0 in the value.
            end: one past its last character.

        Returns:
            Character offsets in the file, or ``None`` if the part is written differently in the
            file, for example folded or with escapes.
        """
        node = self.node(where)
        if not isinstance(node, Scalar) or start >= end:
            return None
        part = node.value[start:end]
        written = self.text[node.start : node.end].split(part)
        if len(written) != len(node.value.split(part)):
            return None
        before = written[: node.value.count(part, 0, start) + 1]
        at = node.start + sum(map(len, before)) + (len(before) - 1) * len(part)
        return at, at + len(part)

    def key(self, where: Where) -> Scalar | None:
        """Return the key node of a place in the data, or ``None``."""
        parent = self.node(where[:-1]) if where else None
        pair = parent.find(where[-1]) if isinstance(parent, Mapping) else None
        return pair[0] if pair else None

    def scalars(self) -> Iterator[tuple[Where, Scalar, bool]]:
        """Yield every key and value with its place, and whether it is a key."""
        if self.root:
            yield from walk_scalars(self.root, ())
