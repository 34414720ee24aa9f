"""Patterns of values that are refused, each with its message.

The checks and the form on the site use the same rows: each is defined once, and a browser reads it
as data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Refusal:
    """A pattern of values that are refused.

    Attributes:
        pattern: searched for in the value. It uses only syntax that Python and browsers share,
            except for a few constructs that :mod:`catalog_tool.site.form.refusals` translates.
        reason: what is wrong, to follow the quoted value, without a period. ``{found}`` is
            replaced by the match of the group ``found``.
        hint: what to write instead.
        rule: name of the rule that explains it, if it isn't the one that owns the row.
        ignores_case: whether the pattern ignores case.
        shows_lower: whether ``{found}`` is shown in lowercase, as for host names.
        quotes_match: whether the reason is about the match, or its group ``found``, instead of the
            whole value.
    """

    pattern: str
    reason: str
    hint: str
    rule: str = ""
    ignores_case: bool = False
    shows_lower: bool = False
    quotes_match: bool = False

    def refuses(self, value: str) -> bool:
        """Return whether a value is refused."""
        return self._search(value) is not None

    def reason_against(self, value: str) -> str:
        """Return why a value is refused, or ``""`` if it isn't."""
        match = self._search(value)
        return self._reason(match) if match else ""

    def sentence_against(self, value: str) -> str:
        """Return the message about a refused value, or ``""`` if it isn't refused."""
        match = self._search(value)
        return f"{self.subject_in(value)!r} {self._reason(match)}." if match else ""

    def subject_in(self, value: str) -> str:
        """Return the part of a refused value that the message is about."""
        match = self._search(value) if self.quotes_match else None
        return _found(match) or match.group() if match else value

    @cached_property
    def _search(self) -> Callable[[str], re.Match[str] | None]:
        """The search, compiled when a value needs it: long patterns take longer than a check."""
        return re.compile(self.pattern, re.IGNORECASE if self.ignores_case else 0).search

    def _reason(self, match: re.Match[str]) -> str:
        found = _found(match)
        return self.reason.replace("{found}", found.lower() if self.shows_lower else found)


def first_refusal(refusals: Iterable[Refusal], value: str) -> Refusal | None:
    """Return the first row that refuses a value, or ``None`` if none does."""
    return next((each for each in refusals if each.refuses(value)), None)


def _found(match: re.Match[str]) -> str:
    return match.groupdict().get("found") or ""
