"""A recognized mistake, and what its repair does to the text and to places in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from catalog_tool.loader.yaml.mistakes.line import SourceLine
from catalog_tool.model.edits import ReplaceText


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake with its repair; it is believed only if the repaired file reads further.

    Attributes:
        message: what is wrong, in plain words, with the value seen.
        hint: what to do about it, with the text to paste.
        span: character offsets of what is wrong.
        repair: the changes that fix it; none if only its author knows them.
        title: what the repair does, in a few words.
        safe: whether the repair can mean only one thing.
    """

    message: str
    hint: str
    span: tuple[int, int]
    repair: tuple[ReplaceText, ...] = ()
    title: str = ""
    safe: bool = True


Recognize = Callable[[SourceLine], Mistake | None]
"""Returns the mistake that a suspected line shows, or ``None``."""


def apply_repair(text: str, repair: tuple[ReplaceText, ...]) -> str:
    """Return ``text`` with the changes of a repair made."""
    parts = []
    position = 0
    for change in _ascending(repair):
        parts += [text[position : change.start], change.text]
        position = change.end
    return "".join([*parts, text[position:]])


def offsets_before(offsets: list[int], repair: tuple[ReplaceText, ...]) -> list[int]:
    """Return where each character of a repaired text stood.

    Args:
        offsets: for each character of the text before the repair, where it stood; one more than
            the text has characters, for its end.
        repair: the changes that are made to that text.
    """
    before: list[int] = []
    position = 0
    for change in _ascending(repair):
        before += offsets[position : change.start]
        before += [offsets[change.start]] * len(change.text)
        position = change.end
    return before + offsets[position:]


def offset_before(offset: int, repair: tuple[ReplaceText, ...]) -> int:
    """Return where a character of the repaired text stood before the repair."""
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
