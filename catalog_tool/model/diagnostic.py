"""The results of a check: problems as rules report them, diagnostics as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalog_tool.model.edits import Change, Edit, Where

MOST_ALIKE = 50
"""Most problems of one rule in one file that are listed; the others are counted."""


class Severity(StrEnum):
    """How important a diagnostic is; only an error prevents publishing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Position in a report: 0 for errors, which come first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fix as whole lines, like a suggested change of a reviewer.

    Attributes:
        first_line: first line that it replaces, from 1.
        last_line: last line that it replaces.
        text: the new lines, each with its line end; empty to delete the lines.
    """

    first_line: int
    last_line: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that a machine can apply to fix one diagnostic.

    Attributes:
        title: what it does, in a few words.
        edits: replacements in one file, in ascending order and without overlap.
        safe: whether it can be applied without asking, because the meaning can't change.
        suggestion: the same fix as whole lines, if they are few.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True
    suggestion: Suggestion | None = None

    @property
    def how(self) -> str:
        """How to apply it, in a few words."""
        if self.safe:
            return "`catalog check --fix` does this"
        return "if you agree, use `--fix --unsafe-fixes`"


@dataclass(frozen=True, slots=True)
class ProposedFix:
    """A fix as a rule proposes it: changes of the data, not yet of the text.

    Attributes:
        title: what it does, in a few words.
        changes: the changes, all in the file of the problem.
        safe: whether it can be applied without asking.
    """

    title: str
    changes: tuple[Change, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """The result of a rule: what is wrong, and where it is in the data.

    Attributes:
        where: keys and positions from the top of the entry; ``()`` is the whole entry.
        message: what is wrong, in plain words, with the value.
        hint: what to do about it.
        fix: changes that fix it, if there is an automatic fix.
        on_key: whether to point at the key of ``where`` instead of its value.
        quote: text inside the value to point at, if the file contains it as written.
        span: character offsets in the file, for problems without a place in the data.
        rule: name of the rule, if it isn't reported by the rule itself.
        path: file of the problem, if it isn't in the entry being checked.
        value: the text by which an exception names it, if that isn't the text at its place.
        others: files of all other entries that have the same problem together with this one.
    """

    where: Where
    message: str
    hint: str = ""
    fix: ProposedFix | None = None
    on_key: bool = False
    quote: str = ""
    span: tuple[int, int] | None = None
    rule: str = ""
    path: str = ""
    value: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem with its position in a file, its rule, and its severity.

    Lines and columns count from 1; the end is exclusive. ``excerpt`` is the source line at
    ``line``, empty if the file couldn't be read. ``count`` is the number of problems: if it is
    more than one, only their number is reported, and ``are_fixable`` is whether all of them have a
    safe fix. An exception names the problem by its ``value``.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    name: str
    severity: Severity
    message: str
    hint: str = ""
    fix: Fix | None = None
    excerpt: str = ""
    count: int = 1
    are_fixable: bool = False
    value: str = ""

    @property
    def is_fixable(self) -> bool:
        """Whether it has a safe fix."""
        return self.are_fixable or (self.fix is not None and self.fix.safe)

    @property
    def order(self) -> tuple[int, str, int, int, str, str]:
        """Sort key of a report: worst first, then by position."""
        return (self.severity.rank, self.path, self.line, self.column, self.code, self.message)
