"""What a review comes to."""

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
"""Every label that a review may ask for; one that it does not ask for is to be taken away."""


class Verdict(StrEnum):
    """What is to be done with a pull request."""

    READY = "ready"
    MISTAKES = "mistakes"
    NEEDS_ADMIN = NEEDS_ADMIN
    NEEDS_MAINTAINER = NEEDS_MAINTAINER
    CODE = "code"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Review:
    """A pull request with everything that was found.

    Attributes:
        proposal: the pull request.
        findings: what is wrong with what it changes, or was broken by it elsewhere, worst first.
        elsewhere: what was wrong with other entries before, and is not its author's to mend.
        approvals: whose word it needs.
    """

    proposal: Proposal
    findings: tuple[Diagnostic, ...] = ()
    elsewhere: tuple[Diagnostic, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @property
    def summary(self) -> Summary:
        """The findings in numbers; the files are the partner files that are changed."""
        files = tuple(change.path for change in self.proposal.partner_changes)
        return Summary.of(self.findings, len(files), paths=files)

    @property
    def fails(self) -> bool:
        """Whether something must be mended before it can be merged."""
        return any(found.severity is Severity.ERROR for found in self.findings)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that the pull request should have, of all ``LABELS``."""
        is_needed = {
            NEEDS_ADMIN: any(not needed.maintainers for needed in self.approvals),
            NEEDS_MAINTAINER: any(needed.maintainers for needed in self.approvals),
        }
        return tuple(label for label in LABELS if is_needed[label])

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Logins of the maintainers who are asked to agree, each once."""
        named = [login for needed in self.approvals for login in needed.maintainers]
        # Not dict.fromkeys(named): GitHub knows a login whatever its case.
        return tuple({login.lower(): login for login in reversed(named)}.values())[::-1]

    @property
    def verdict(self) -> Verdict:
        """What is to be done first."""
        if not self.proposal.changes:
            return Verdict.UNCHANGED
        if self.fails:
            return Verdict.MISTAKES
        if self.labels:
            return Verdict(self.labels[-1])
        return Verdict.CODE if self.proposal.changes_program else Verdict.READY
