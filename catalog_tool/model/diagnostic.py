"""What a check says: problems as a rule sees them, diagnostics as a person reads them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalog_tool.model.edits import Change, Where

MOST_ALIKE = 50
"""Most problems of one rule in one file that are listed; the others are counted."""


class Severity(StrEnum):
    """How much a diagnostic matters; only an error keeps an entry from being published."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Position in a report: 0 for errors, which come first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in the text of a file, by character offsets from 0, end exclusive."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fix as whole lines, as a reviewer proposes it.

    Attributes:
        first_line: first line that it replaces, from 1.
        last_line: last line that it replaces.
        text: what stands there afterwards, each line with its end; empty to delete the lines.
    """

    first_line: int
    last_line: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that a machine can apply to fix one diagnostic.

    Attributes:
        title: what applying it does, in a few words.
        edits: replacements in one file, ascending and without overlap.
        safe: whether it may be applied without asking (the meaning cannot change).
        suggestion: the same as whole lines, where they are few.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True
    suggestion: Suggestion | None = None

    @property
    def how(self) -> str:
        """The way to apply it, in a few words."""
        return (
            "`catalog check --fix` does it" if self.safe else "if you agree: `--fix --unsafe-fixes`"
        )


@dataclass(frozen=True, slots=True)
class ProposedFix:
    """A fix as a rule knows it: changes to the data, not yet to the text.

    Attributes:
        title: what applying it does, in a few words.
        changes: the changes, all in the file of the problem.
        safe: whether it may be applied without asking.
    """

    title: str
    changes: tuple[Change, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields: something wrong and where it is in the data.

    Attributes:
        where: keys and positions from the top of the entry; ``()`` is the whole entry.
        message: what is wrong, in plain words, with the value seen.
        hint: what to do about it.
        fix: changes that would fix it, if a machine can.
        on_key: point at the key that leads to ``where``, not at its value.
        quote: text inside the value to point at, where it stands in the file as written.
        span: character offsets in the file, for problems that the data has no place for.
        rule: name of the rule, where the one who reports is not the rule itself.
        path: file of the problem, where it is not the entry being checked.
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


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem with its place in a file, its rule and its grade.

    Lines and columns count from 1; the end is exclusive. ``excerpt`` is the source line at
    ``line``, empty where the file could not be read. ``count`` is how many problems it tells
    of: more than one where only their number is told, and ``are_fixable`` then says whether a
    machine can fix them without a judgment.
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

    @property
    def is_fixable(self) -> bool:
        """Whether a machine can fix it without a judgment."""
        return self.are_fixable or (self.fix is not None and self.fix.safe)

    @property
    def order(self) -> tuple[int, str, int, int, str, str]:
        """Sort key of a report: worst first, then by place."""
        return (self.severity.rank, self.path, self.line, self.column, self.code, self.message)
