"""Parses YAML from strangers within limits: a small tree in which each node has its offsets.

The tree is built from the event stream of libyaml, so nothing is composed, resolved, or
constructed: each scalar is the text its author typed. Depth and size are limited while the events
stream, because the recursive loaders crash or explode on files of a few kilobytes (measured:
25,000 nested brackets end the process; nine lines of merge keys run for 25 s).
"""

from __future__ import annotations

import yaml
from yaml.error import MarkedYAMLError

from catalog_tool.loader.limits import ENTRY_LIMITS, Limits
from catalog_tool.loader.yaml.duplicates import Duplicate
from catalog_tool.loader.yaml.unsupported import (
    Event,
    RefusedYaml,
    directive,
    explain_feature,
    feature,
    merge_key,
    merge_marker,
    non_text_key,
    second_document,
    too_deep,
    too_many_values,
)
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.nodes import Mapping, Node, Scalar, Sequence
from catalog_tool.model.source import Source

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LIBYAML_STOPS = "exceeded maximum nesting depth"
"""What libyaml says since PyYAML 6.0.4 about 1,000 levels."""


def parse_source(
    path: str, text: str, limits: Limits = ENTRY_LIMITS
) -> tuple[Source, tuple[Problem, ...]]:
    """Parse the text of one file.

    Args:
        path: path for diagnostics, relative to the root of the catalog.
        text: the decoded text, without hidden characters.
        limits: limits of depth and number of nodes.

    Returns:
        The source and the problems found. The source has no tree if the file can't be used at
        all. Duplicate keys are problems, but the source keeps a tree with the first of each.
    """
    try:
        root, problems = _build(text, limits)
    except yaml.YAMLError as error:
        if isinstance(error, RefusedYaml) and error.refusal.rule == "yaml-feature":
            return Source(path, text), (explain_feature(error.refusal, text),)
        from catalog_tool.loader.yaml.repair import repair_syntax  # noqa: PLC0415 - most files need none

        repair = repair_syntax(text, error, lambda text: _build(text, limits), limits.own_keys)
        return Source(path, text, repair.root), repair.problems
    return Source(path, text, root), problems


def _build(text: str, limits: Limits) -> tuple[Mapping, tuple[Problem, ...]]:
    if marker := merge_marker(text):
        raise marker
    builder = _Builder(text, limits)
    try:
        root = builder.build()
    except MarkedYAMLError as error:
        if error.problem == _LIBYAML_STOPS and error.problem_mark:
            # It reads ahead to its own limit before the first event. Ours is exceeded before it.
            _Builder(text[: error.problem_mark.index], limits).build()
        raise
    if builder.duplicates:
        from catalog_tool.loader.yaml.duplicates import duplicate_problems  # noqa: PLC0415 - most files have none

        return root, tuple(duplicate_problems(builder.duplicates, Source("", text, root)))
    return root, ()


class _Builder:
    """Turns the events of one file into a tree, and refuses what entries don't need."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.duplicates: list[Duplicate] = []
        self._text = text
        self._limits = limits
        self._next_event = _PARSER(text).get_event
        self._nodes = 0

    def build(self) -> Mapping:
        """Return the tree of the text.

        Raises:
            RefusedYaml: the text contains something that entries can't use.
            yaml.YAMLError: the text isn't valid YAML.
        """
        root = self._document()
        if self._limits.list_key:
            return self._below_key(root)
        if isinstance(root, Mapping):
            if top := _key_above_entry(root):
                message = "The whole entry is indented below another key."
                raise RefusedYaml(Problem((), message, "", span=_span(top), rule="wrong-shape"))
            return root
        if root is None or (isinstance(root, Scalar) and not root.value):
            lines = [line for line in map(str.strip, self._text.splitlines()) if line]
            is_blank = not lines
            if self._limits.can_be_comments and lines and all(line[0] == "#" for line in lines):
                return Mapping(0, 0, {})
            message = "The file is empty." if is_blank else "The file contains only comments."
            raise RefusedYaml(Problem((), message, _START_HINT, span=(0, 0), rule="wrong-shape"))
        message = "The file isn't a set of keys with values."
        raise RefusedYaml(Problem((), message, _START_HINT, span=_span(root), rule="wrong-shape"))

    def _below_key(self, root: Node | None) -> Mapping:
        """Return a list as if it were below a key; a file without any value is an empty list."""
        if root is None or (isinstance(root, Scalar) and not root.value):
            root = Sequence(0, 0, ())
        if not isinstance(root, Sequence):
            message, hint = "The file isn't a list.", "Start each item with '- ' at the margin."
            raise RefusedYaml(Problem((), message, hint, span=_span(root), rule="wrong-shape"))
        key = Scalar(root.start, root.start, self._limits.list_key)
        return Mapping(root.start, root.end, {key.value: (key, root)})

    def _document(self) -> Node | None:
        self._next_event()
        start = self._next_event()
        if isinstance(start, yaml.StreamEndEvent):
            return None
        if start.version or start.tags:
            raise directive(start, self._text)
        root = self._node(self._next_event(), depth=0)
        self._next_event()
        after = self._next_event()
        if not isinstance(after, yaml.StreamEndEvent):
            raise second_document(after, self._text)
        return root

    def _node(self, event: Event, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > self._limits.max_nodes:
            raise too_many_values(event, self._limits.max_nodes)
        kind = type(event)
        if kind is yaml.AliasEvent:
            raise feature(event, f"An alias (*{event.anchor})")
        if event.anchor is not None:
            raise feature(event, f"An anchor (&{event.anchor})")
        if event.tag is not None:
            raise feature(event, f"A tag ({event.tag})")
        if kind is yaml.ScalarEvent:
            style = event.style or ""
            return Scalar(event.start_mark.index, event.end_mark.index, event.value, style)
        if depth == self._limits.max_depth:
            raise too_deep(event, depth)
        collect = self._sequence if kind is yaml.SequenceStartEvent else self._mapping
        return collect(event, depth + 1)

    def _sequence(self, start: Event, depth: int) -> Sequence:
        children = []
        while type(event := self._next_event()) is not yaml.SequenceEndEvent:
            children.append(self._node(event, depth))
        flow = bool(start.flow_style)
        # A block ends with its last child, but libyaml closes it only at the next token.
        end = _end(event) if flow else children[-1].end
        return Sequence(start.start_mark.index, end, tuple(children), flow)

    def _mapping(self, start: Event, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while type(event := self._next_event()) is not yaml.MappingEndEvent:
            key = self._key(event, depth)
            value = self._node(self._next_event(), depth)
            if key.value in pairs:
                self.duplicates.append(Duplicate(key, value, *pairs[key.value], depth))
            else:
                pairs[key.value] = (key, value)
        flow = bool(start.flow_style)
        end = _end(event) if flow else value.end
        return Mapping(start.start_mark.index, end, pairs, flow)

    def _key(self, event: Event, depth: int) -> Scalar:
        key = self._node(event, depth)
        if not isinstance(key, Scalar):
            raise non_text_key(key, self._text)
        if key.value == "<<":
            raise merge_key(event)
        return key


_REQUIRED = {"name", "website"}
_START_HINT = "Start with 'catalog new NAME', or copy another entry and change its values."


def _key_above_entry(root: Mapping) -> Scalar | None:
    """Return the only key of a file if its value is an entry, or ``None``."""
    if len(root.pairs) > 1 or root.flow:
        return None
    for key, value in root.pairs:
        if isinstance(value, Mapping) and value.by_key.keys() >= _REQUIRED:
            return key
    return None


def _end(event: Event) -> int:
    return int(event.end_mark.index)


def _span(node: Node) -> tuple[int, int]:
    return node.start, node.end
