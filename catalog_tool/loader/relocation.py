"""Problems of a text that was changed before it was parsed, at their places in the file."""

from __future__ import annotations

from dataclasses import replace

from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.edits import Change, Edit
from catalog_tool.model.nodes import Relocated, relocate_span


def relocate_problem(
    problem: Problem, offsets: list[int], relocated: Relocated = relocate_span
) -> Problem:
    """Return a problem of a changed text at its place in the file.

    Args:
        problem: the problem.
        offsets: the offset in the file of each character of the changed text, and of its end.
        relocated: returns a span in the file.
    """

    def moved(change: Change) -> Change:
        if not isinstance(change, Edit):
            return change
        return Edit(*relocated(change.start, change.end, offsets), change.replacement)

    fix = problem.fix and replace(problem.fix, changes=tuple(map(moved, problem.fix.changes)))
    return replace(problem, fix=fix, span=relocated(*(problem.span or (0, 0)), offsets))
