"""Bounded YAML: bytes from a stranger become a small tree in which every node knows its place.

The tree is built from the event stream of libyaml, so nothing is composed, resolved or
constructed: each scalar is the text its author typed. Depth and size are bounded while the
events stream, because the recursive loaders crash or explode on files of a few kilobytes
(measured: 25,000 nested brackets end the process; nine lines of merge keys run for 25 s).
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from catalog_tool.diagnostic import Problem
from catalog_tool.nodes import Mapping, Node, Scalar, Sequence
from catalog_tool.source import Source

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large and deep one file may be."""

    max_bytes: int
    max_depth: int
    max_nodes: int


ENTRY_LIMITS = Limits(max_bytes=64 * 1024, max_depth=3, max_nodes=6_000)
VOCABULARY_LIMITS = Limits(max_bytes=4 * 1024 * 1024, max_depth=4, max_nodes=200_000)


class _Refused(Exception):  # noqa: N818 - control flow inside this module, not an error
    """The file is not YAML that the catalog accepts; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.message)
        self.problem = problem


def parse_source(
    path: str, text: str, limits: Limits = ENTRY_LIMITS
) -> tuple[Source, tuple[Problem, ...]]:
    """Parse the text of one file.

    Args:
        path: path for diagnostics, relative to the root of the catalog.
        text: the decoded text, without byte order mark.
        limits: bounds of depth and number of nodes.

    Returns:
        The source and the problems found. The source has no tree if the file cannot be used at
        all; duplicate keys are problems of a source that keeps its tree with the first of each.
    """
    builder = _Builder(text, limits)
    try:
        root = builder.build()
    except _Refused as refused:
        return Source(path, text), (refused.problem,)
    except yaml.YAMLError as error:
        return Source(path, text), (_syntax_problem(error, text),)
    return Source(path, text, root), tuple(builder.problems)


class _Builder:
    """Turns the events of one file into a tree, refusing what entries do not need."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._limits = limits
        self._next_event = _PARSER(text).get_event
        self._nodes = 0

    def build(self) -> Mapping:
        """Return the tree of the text.

        Raises:
            _Refused: the text holds something that entries may not hold.
            yaml.YAMLError: the text is not YAML.
        """
        root = self._document()
        if isinstance(root, Mapping):
            return root
        if root is None or (isinstance(root, Scalar) and not root.value):
            message = "The file is empty."
            raise _Refused(Problem((), message, _START_HINT, span=(0, 0), rule="wrong-shape"))
        message = "The file is not a list of keys with values."
        raise _Refused(Problem((), message, _START_HINT, span=_span(root), rule="wrong-shape"))

    def _document(self) -> Node | None:
        self._next_event()
        start = self._next_event()
        if isinstance(start, yaml.StreamEndEvent):
            return None
        if start.version or start.tags:
            raise _feature(start, "A directive (%)")
        root = self._node(self._next_event(), depth=0)
        self._next_event()
        after = self._next_event()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _feature(after, "A second document (---)")
        return root

    def _node(self, event: yaml.NodeEvent, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > self._limits.max_nodes:
            message = f"The file has more than {self._limits.max_nodes:,} values."
            raise _Refused(_spanned(event, message, "Shorten its lists.", "too-large"))
        kind = type(event)
        if kind is yaml.AliasEvent:
            raise _feature(event, f"An alias (*{event.anchor})")
        if event.anchor is not None:
            raise _feature(event, f"An anchor (&{event.anchor})")
        if event.tag is not None:
            raise _feature(event, f"A tag ({event.tag})")
        if kind is yaml.ScalarEvent:
            style = event.style if event.style else ""
            return Scalar(event.start_mark.index, event.end_mark.index, event.value, style)
        if depth == self._limits.max_depth:
            message = f"The file is nested more than {depth} levels deep."
            raise _Refused(_spanned(event, message, _START_HINT, "too-large"))
        collect = self._sequence if kind is yaml.SequenceStartEvent else self._mapping
        return collect(event, depth + 1)

    def _sequence(self, start: yaml.CollectionStartEvent, depth: int) -> Sequence:
        children = []
        while type(event := self._next_event()) is not yaml.SequenceEndEvent:
            children.append(self._node(event, depth))
        flow = bool(start.flow_style)
        return Sequence(start.start_mark.index, event.end_mark.index, tuple(children), flow)

    def _mapping(self, start: yaml.CollectionStartEvent, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while type(event := self._next_event()) is not yaml.MappingEndEvent:
            key = self._key(event, depth)
            value = self._node(self._next_event(), depth)
            if key.value in pairs:
                self.problems.append(self._duplicate(key, pairs[key.value][0]))
            else:
                pairs[key.value] = (key, value)
        flow = bool(start.flow_style)
        end = event.end_mark.index
        return Mapping(start.start_mark.index, end, tuple(pairs.values()), flow)

    def _key(self, event: yaml.NodeEvent, depth: int) -> Scalar:
        key = self._node(event, depth)
        if not isinstance(key, Scalar):
            message = "A key is a list or a mapping; keys are plain text."
            raise _Refused(Problem((), message, span=_span(key), rule="yaml-feature"))
        if key.value == "<<":
            raise _feature(event, "A merge key (<<)")
        return key

    def _duplicate(self, key: Scalar, first: Scalar) -> Problem:
        line = self._text.count("\n", 0, first.start) + 1
        message = f"The key {key.value!r} stands here a second time; the first is on line {line}."
        hint = "Keep one of the two."
        return Problem((), message, hint, span=_span(key), rule="duplicate-key")


_START_HINT = "Start from a complete entry: keys such as name, website, contact, description."
_FEATURE_HINT = "Write the text itself, in quotes if it starts with a special character."


def _span(node: Node) -> tuple[int, int]:
    return node.start, node.end


def _feature(event: yaml.Event, what: str) -> _Refused:
    return _Refused(_spanned(event, f"{what} is not accepted.", _FEATURE_HINT, "yaml-feature"))


def _spanned(event: yaml.Event, message: str, hint: str, rule: str) -> Problem:
    span = (event.start_mark.index, event.end_mark.index)
    return Problem((), message, hint, span=span, rule=rule)


def _syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    offset = min(mark.index if mark else 0, max(len(text) - 1, 0))
    said = getattr(error, "problem", None) or "the file cannot be read as YAML"
    message = f"This is not valid YAML: {said}."
    hint = "Check quotes, colons and indentation on this line and the one before."
    return Problem((), message, hint, span=(offset, offset + 1), rule="yaml-syntax")
