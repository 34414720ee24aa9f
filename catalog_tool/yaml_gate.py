"""Bounded YAML: bytes from a stranger become a small tree in which every node knows its place.

The tree is built from the event stream of libyaml, so nothing is composed, resolved or
constructed: each scalar is the text its author typed. Depth and size are bounded while the
events stream, because the recursive loaders crash or explode on files of a few kilobytes
(measured: 25,000 nested brackets end the process; nine lines of merge keys run for 25 s).
"""

from __future__ import annotations

from dataclasses import dataclass, field

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


@dataclass(slots=True)
class _Open:
    """A collection whose end has not streamed by yet."""

    event: yaml.CollectionStartEvent
    children: list[Node] = field(default_factory=list)


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
        self.text = text
        self.limits = limits
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self._nodes = 0

    def build(self) -> Mapping:
        """Return the tree of the text.

        Raises:
            _Refused: the text holds something that entries may not hold.
            yaml.YAMLError: the text is not YAML.
        """
        for event in yaml.parse(self.text, Loader=_PARSER):
            self._take(event)
        if isinstance(self._root, Mapping):
            return self._root
        if self._root is None or (isinstance(self._root, Scalar) and not self._root.value):
            raise _Refused(
                Problem((), "The file is empty.", _START_HINT, span=(0, 0), rule="wrong-shape")
            )
        span = (self._root.start, self._root.end)
        message = "The file is not a list of keys with values."
        raise _Refused(Problem((), message, _START_HINT, span=span, rule="wrong-shape"))

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_features(event)
            self._add(_scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_features(event)
            self._enter(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._leave(event))
        elif isinstance(event, yaml.AliasEvent):
            raise _feature(event, f"An alias (*{event.anchor})")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _feature(event, "A second document (---)")
        if event.version or event.tags:
            raise _feature(event, "A directive (%)")

    def _refuse_features(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > self.limits.max_nodes:
            message = f"The file has more than {self.limits.max_nodes:,} values."
            raise _Refused(_spanned(event, message, "Shorten its lists.", "too-large"))
        if event.anchor is not None:
            raise _feature(event, f"An anchor (&{event.anchor})")
        if event.tag is not None:
            raise _feature(event, f"A tag ({event.tag})")

    def _enter(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= self.limits.max_depth:
            message = f"The file is nested more than {self.limits.max_depth} levels deep."
            raise _Refused(_spanned(event, message, _START_HINT, "too-large"))
        self._open.append(_Open(event))

    def _leave(self, end: yaml.CollectionEndEvent) -> Node:
        opened = self._open.pop()
        start, stop = opened.event.start_mark.index, end.end_mark.index
        flow = bool(opened.event.flow_style)
        if isinstance(opened.event, yaml.SequenceStartEvent):
            return Sequence(start, stop, tuple(opened.children), flow)
        return Mapping(start, stop, self._pairs(opened.children), flow)

    def _pairs(self, children: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                message = "A key is a list or a mapping; keys are plain text."
                raise _Refused(
                    Problem((), message, span=(key.start, key.end), rule="yaml-feature")
                )
            if key.value == "<<":
                message = "A merge key (<<) is not accepted."
                raise _Refused(
                    Problem((), message, _FEATURE_HINT, span=_span(key), rule="yaml-feature")
                )
            if key.value in pairs:
                self.problems.append(self._duplicate(key, pairs[key.value][0]))
            else:
                pairs[key.value] = (key, value)
        return tuple(pairs.values())

    def _duplicate(self, key: Scalar, first: Scalar) -> Problem:
        line = self.text.count("\n", 0, first.start) + 1
        message = f"The key {key.value!r} stands here a second time; the first is on line {line}."
        hint = "Keep one of the two."
        return Problem((), message, hint, span=_span(key), rule="duplicate-key")

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node


_START_HINT = "Start from a complete entry: keys such as name, website, contact, description."
_FEATURE_HINT = "Write the text itself, in quotes if it starts with a special character."


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    return Scalar(
        event.start_mark.index, event.end_mark.index, event.value, (event.style or "").strip()
    )


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
