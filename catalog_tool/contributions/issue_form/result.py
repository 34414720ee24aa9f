"""The result of an issue: an entry for a pull request, or problems to fix."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.contributions.issue_form.message import FormMessage
from catalog_tool.contributions.issue_form.parse import Submission
from catalog_tool.model.catalog import Entry
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.entry_yaml import values_of


@dataclass(frozen=True, slots=True)
class IssueResult:
    """An issue that has been read and checked.

    Attributes:
        submission: the content of the issue.
        identifier: id of its entry; empty if the issue is not the form.
        path: file of that entry, relative to the root of the catalog.
        text: the new text of that file.
        messages: messages about the form and the entry, worst first.
        replaced: the existing entry with this id.
    """

    submission: Submission
    identifier: str = ""
    path: str = ""
    text: str = ""
    messages: tuple[FormMessage, ...] = ()
    replaced: Entry | None = None

    @property
    def mistakes(self) -> tuple[FormMessage, ...]:
        """What has to be fixed first."""
        return tuple(each for each in self.messages if each.severity is Severity.ERROR)

    @property
    def advice(self) -> tuple[FormMessage, ...]:
        """Suggestions, which don't prevent publication."""
        return tuple(each for each in self.messages if each.severity is not Severity.ERROR)

    @property
    def is_ready(self) -> bool:
        """Whether a pull request can be opened for it."""
        return bool(self.path) and not self.mistakes

    @property
    def removed_keys(self) -> tuple[str, ...]:
        """Keys that the existing entry has and the new one doesn't."""
        if self.replaced is None:
            return ()
        kept = self.submission.values
        return tuple(key for key in values_of(self.replaced.partner) if key not in kept)
