"""Keys that appear twice: single ones, or all keys of an entry that was pasted twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Edit
from catalog_tool.model.nodes import Node, Scalar, plain
from catalog_tool.model.source import Source

_RULE = "duplicate-key"
_FEWEST_OF_ENTRY = 3  # keys that appear twice; fewer get a message each


class Duplicate(NamedTuple):
    """A key that appears twice in a mapping.

    Attributes:
        key: the second one.
        value: the value of the second one.
        first_key: the first one.
        first_value: the value of the first one.
        depth: depth of the mapping; 1 is the entry itself.
    """

    key: Scalar
    value: Node
    first_key: Scalar
    first_value: Node
    depth: int


def duplicate_problems(duplicates: Sequence[Duplicate], source: Source) -> Iterator[Problem]:
    """Yield one problem for each key that appears twice, or one for all keys of a whole entry.

    Args:
        duplicates: the keys in the order of the file.
        source: the file.
    """
    of_entry = [each for each in duplicates if each.depth == 1]
    start = next((at for at, each in enumerate(of_entry) if each.key.value == "name"), None)
    if start is None or len(of_entry) - start < _FEWEST_OF_ENTRY:
        yield from (_second_key(each, source) for each in duplicates)
        return
    name = of_entry[start]
    yield _second_entry(name, source)
    others = (each for each in duplicates if each.key.start < name.key.start)
    yield from (_second_key(each, source) for each in others)


def _second_entry(name: Duplicate, source: Source) -> Problem:
    first_line, _ = source.position(name.first_key.start)
    if plain(name.value) != plain(name.first_value):
        message = f"A second partner starts here. The first one starts on line {first_line}."
        hint = "Each file can have only one partner. Move what follows to a separate file."
        return Problem((), message, hint, span=_span(name.key), rule=_RULE)
    text = source.text
    message = f"The whole entry appears twice. The first one starts on line {first_line}."
    first, second = text[name.first_key.start : name.key.start], text[name.key.start :]
    if first.split() != second.split():
        hint = "The two are different. Keep one of them, and delete the other."
        return Problem((), message, hint, span=_span(name.key), rule=_RULE)
    change = Edit(text.rfind("\n", 0, name.key.start) + 1, len(text), "")
    fix = ProposedFix("delete the second one", (change,))
    hint = "Delete the second one. The two are the same."
    return Problem((), message, hint, fix, span=_span(name.key), rule=_RULE)


def _second_key(duplicate: Duplicate, source: Source) -> Problem:
    line, _ = source.position(duplicate.first_key.start)
    message = f"The key {duplicate.key.value!r} appears twice. The first one is on line {line}."
    return Problem((), message, "Keep one of them.", span=_span(duplicate.key), rule=_RULE)


def _span(node: Scalar) -> tuple[int, int]:
    return node.start, node.end
