"""One check of a setting, and its result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from catalog_tool.contributions.github.settings.evidence import Evidence


class State(StrEnum):
    """Whether a setting is as it must be."""

    OK = "ok"
    WRONG = "wrong"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One setting. Its texts may contain ``{branch}``, the branch that is merged into.

    Attributes:
        name: its identifier for programs.
        expected: what must be true.
        reason: what it protects from, or what it is needed for.
        advice: what to do, and where.
        judge: returns what is wrong; an empty text if nothing is.
        page: the settings page, as a path below the repository; empty if it isn't a setting.
        permission: what a token needs to read it.
        is_required: whether the catalog is unsafe or doesn't work otherwise.
    """

    name: str
    expected: str
    reason: str
    advice: str
    judge: Callable[[Evidence], str]
    page: str = ""
    permission: str = ""
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """The state of one setting.

    Attributes:
        check: what was checked.
        state: whether the setting is right.
        found: what is wrong, or why nobody can tell. It may quote what GitHub answered.
    """

    check: Check
    state: State
    found: str = ""
