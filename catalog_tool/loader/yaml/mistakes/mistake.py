"""A recognized mistake, and how its repair changes the text and the offsets in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from catalog_tool.loader.yaml.mistakes.line import SourceLine
from catalog_tool.model.edits import ReplaceText


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake with its repair; it counts only if the parser gets further after the repair.

    Attributes:
        message: what is wrong, in plain words, with the value.
        hint: what to do about it, with the text to paste.
        span: character offsets of what is wrong.
        repair: the changes that fix it; empty if only the author knows them.
        title: what the repair does, in a few words.
        safe: whether no other repair is possible.
    """

    message: str
    hint: str
    span: tuple[int, int]
    repair: tuple[ReplaceText, ...] = ()
    title: str = ""
    safe: bool = True


Recognize = Callable[[SourceLine], Mistake | None]
"""Returns the mistake in a suspected line, or ``None``."""


def apply_repair(text: str, repair: tuple[ReplaceText, ...]) -> str:
    """Return ``text`` after a repair."""
    parts = []
    position = 0
    for change in _ascending(repair):
        parts += [text[position : change.start], change.text]
        position = change.end
    return "".join([*parts, text[position:]])


def offsets_before(offsets: list[int], repair: tuple[ReplaceText, ...]) -> list[int]:
    """Return the original offset of each character of a repaired text.

    Args:
        offsets: the original offset of each character before the repair, and one more for the
            end of the text.
        repair: the changes to that text.
    """
    before: list[int] = []
    position = 0
    for change in _ascending(repair):
        before += offsets[position : change.start]
        before += [offsets[change.start]] * len(change.text)
        position = change.end
    return before + offsets[position:]


def offset_before(offset: int, repair: tuple[ReplaceText, ...]) -> int:
    """Return the offset that a character of the repaired text had before the repair."""
    shift = 0
    for change in _ascending(repair):
        start = change.start + shift
        if offset < start:
            break
        if offset < start + len(change.text):
            return change.start
        shift += len(change.text) - (change.end - change.start)
    return offset - shift


def _ascending(repair: tuple[ReplaceText, ...]) -> list[ReplaceText]:
    return sorted(repair, key=lambda change: change.start)
