"""What an issue came to: an entry for a pull request, or what is left to mend."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.contributions.issue_form.message import Remark
from catalog_tool.contributions.issue_form.parse import Submission
from catalog_tool.model.catalog import Entry
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.entry_yaml import values_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """An issue that has been read and judged.

    Attributes:
        submission: what the issue says.
        identifier: id of the entry that it is about; empty where it is about none.
        path: file of that entry, relative to the root of the catalog.
        text: what that file shall say.
        remarks: what there is to say about it, worst first.
        replaced: the entry that is in the catalog under this id.
    """

    submission: Submission
    identifier: str = ""
    path: str = ""
    text: str = ""
    remarks: tuple[Remark, ...] = ()
    replaced: Entry | None = None

    @property
    def mistakes(self) -> tuple[Remark, ...]:
        """What must be mended first."""
        return tuple(each for each in self.remarks if each.severity is Severity.ERROR)

    @property
    def advice(self) -> tuple[Remark, ...]:
        """What could be better, and keeps nothing from being published."""
        return tuple(each for each in self.remarks if each.severity is not Severity.ERROR)

    @property
    def is_ready(self) -> bool:
        """Whether a pull request can be made of it."""
        return bool(self.path) and not self.mistakes

    @property
    def taken_out(self) -> tuple[str, ...]:
        """Keys that the entry has now and would have no more."""
        if self.replaced is None:
            return ()
        kept = self.submission.values
        return tuple(key for key in values_of(self.replaced.partner) if key not in kept)
