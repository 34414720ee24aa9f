"""The result of a review."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalog_tool.linter.approval import Approval
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.diagnostic import Diagnostic, Severity

NEEDS_MAINTAINER = "needs-maintainer"
NEEDS_ADMIN = "needs-admin"
LABELS = (NEEDS_ADMIN, NEEDS_MAINTAINER)
"""Every label that a review may set; labels that it doesn't set are removed."""


class Verdict(StrEnum):
    """What has to happen with a pull request."""

    READY = "ready"
    MISTAKES = "mistakes"
    NEEDS_ADMIN = NEEDS_ADMIN
    NEEDS_MAINTAINER = NEEDS_MAINTAINER
    CODE = "code"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Review:
    """A pull request and its problems.

    Attributes:
        proposal: the pull request.
        findings: problems in or caused by the changes, worst first.
        elsewhere: earlier problems in other entries, which its author doesn't have to fix.
        approvals: the approvals that it needs.
    """

    proposal: Proposal
    findings: tuple[Diagnostic, ...] = ()
    elsewhere: tuple[Diagnostic, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """The findings that need a change; the others are notes, such as about approvals."""
        return tuple(found for found in self.findings if found.severity is not Severity.INFO)

    @property
    def summary(self) -> Summary:
        """The problems in numbers; the files are the changed partner files."""
        files = tuple(change.path for change in self.proposal.partner_changes)
        return Summary.of(self.problems, len(files), paths=files)

    @property
    def fails(self) -> bool:
        """Whether something has to be fixed before it can be merged."""
        return any(found.severity is Severity.ERROR for found in self.findings)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of ``LABELS`` that the pull request should have."""
        is_needed = {
            NEEDS_ADMIN: any(not needed.maintainers for needed in self.approvals),
            NEEDS_MAINTAINER: any(needed.maintainers for needed in self.approvals),
        }
        return tuple(label for label in LABELS if is_needed[label])

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Logins of the maintainers who are asked for approval, each once."""
        named = [login for needed in self.approvals for login in needed.maintainers]
        # Not dict.fromkeys(named), because logins on GitHub are case-insensitive.
        return tuple({login.lower(): login for login in reversed(named)}.values())[::-1]

    @property
    def verdict(self) -> Verdict:
        """What has to happen first."""
        if not self.proposal.changes:
            return Verdict.UNCHANGED
        if self.fails:
            return Verdict.MISTAKES
        if self.labels:
            return Verdict(self.labels[-1])
        return Verdict.CODE if self.proposal.changes_program else Verdict.READY
