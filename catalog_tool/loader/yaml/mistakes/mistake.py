"""A recognized mistake, and how its repair changes the text and the offsets in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps

from catalog_tool.loader.yaml.mistakes.line import SourceLine
from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Edit


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
    repair: tuple[Edit, ...] = ()
    title: str = ""
    safe: bool = True

    @property
    def fix(self) -> ProposedFix | None:
        """The repair as a fix, if there is one."""
        return ProposedFix(self.title, self.repair, self.safe) if self.repair else None

    def problem(self, rule: str) -> Problem:
        """Return the mistake as a problem that a rule explains."""
        return Problem((), self.message, self.hint, self.fix, span=self.span, rule=rule)


Recognize = Callable[[SourceLine], Mistake | None]
"""Returns the mistake in a suspected line, or ``None``."""


def in_whole_file(find: Callable[[str], Mistake | None]) -> Recognize:
    """Make a recognizer of a function that looks at the text of a whole file.

    It is called for each suspected line, so it remembers the result for the last file.
    """
    remembered = lru_cache(maxsize=1)(find)

    @wraps(find)
    def recognize(line: SourceLine) -> Mistake | None:
        return remembered(line.text)

    return recognize


def offsets_before(offsets: list[int], repair: tuple[Edit, ...]) -> list[int]:
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
        before += [offsets[change.start]] * len(change.replacement)
        position = change.end
    return before + offsets[position:]


def offset_before(offset: int, repair: tuple[Edit, ...]) -> int:
    """Return the offset that a character of the repaired text had before the repair."""
    shift = 0
    for change in _ascending(repair):
        start = change.start + shift
        if offset < start:
            break
        if offset < start + len(change.replacement):
            return change.start
        shift += len(change.replacement) - (change.end - change.start)
    return offset - shift


def _ascending(repair: tuple[Edit, ...]) -> list[Edit]:
    return sorted(repair, key=lambda change: change.start)
