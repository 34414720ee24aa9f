"""The result of a review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from catalog_tool.contributions.review.facts import Fact
from catalog_tool.linter.approval import Approval, ApprovalKind
from catalog_tool.linter.exceptions import Excepted
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.linter.rules import not_a_maintainer
from catalog_tool.loader.pull_request.proposal import Proposal, is_among
from catalog_tool.model.diagnostic import Diagnostic, Severity

NEEDS_MAINTAINER = "needs-maintainer"
NEEDS_ADMIN = "needs-admin"
LABELS = (NEEDS_ADMIN, NEEDS_MAINTAINER)
"""Every label that a review may set; labels that it doesn't set are removed."""


MOST_MENTIONED = 10
"""Most maintainers that are mentioned, so that a large pull request doesn't notify a crowd."""


class Verdict(StrEnum):
    """What has to happen with a pull request."""

    CONFLICT = "conflict"
    READY = "ready"
    VERIFY = "verify"
    MISTAKES = "mistakes"
    NEEDS_ADMIN = NEEDS_ADMIN
    NEEDS_MAINTAINER = NEEDS_MAINTAINER
    CODE = "code"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Handover:
    """An entry whose maintainers change, and the logins that were added and removed."""

    name: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Review:
    """A pull request and its problems.

    Attributes:
        proposal: the pull request.
        findings: problems in or caused by the changes, worst first.
        elsewhere: earlier problems in other entries, which its author doesn't have to fix.
        approvals: the approvals that it needs, given or missing.
        facts: what an admin should know to decide, the most important first.
        excepted: problems in the changed files that exceptions let pass.
    """

    proposal: Proposal
    findings: tuple[Diagnostic, ...] = ()
    elsewhere: tuple[Diagnostic, ...] = ()
    approvals: tuple[Approval, ...] = ()
    facts: tuple[Fact, ...] = ()
    excepted: tuple[Excepted, ...] = ()

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """The findings, without those that only repeat who has to approve."""
        return tuple(found for found in self.findings if found.code != not_a_maintainer.CODE)

    @property
    def summary(self) -> Summary:
        """The problems in numbers; the files are the changed partner files."""
        files = tuple(change.path for change in self.proposal.partner_changes)
        return Summary.of(self.problems, len(files), paths=files)

    @property
    def fails(self) -> bool:
        """Whether something has to be fixed before it can be merged."""
        is_wrong = any(found.severity is Severity.ERROR for found in self.findings)
        return is_wrong or bool(self.proposal.conflicts)

    @property
    def missing_approvals(self) -> tuple[Approval, ...]:
        """The approvals that nobody has given yet."""
        return tuple(needed for needed in self.approvals if not needed.given_by)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of ``LABELS`` that the pull request should have."""
        missing = self.missing_approvals
        is_needed = {
            NEEDS_ADMIN: any(not needed.maintainers for needed in missing),
            NEEDS_MAINTAINER: any(needed.maintainers for needed in missing),
        }
        return tuple(label for label in LABELS if is_needed[label])

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Logins of the maintainers who are asked for approval, each once; a draft asks nobody."""
        if self.proposal.is_draft:
            return ()
        return _each_once(
            login for needed in self.missing_approvals for login in needed.maintainers
        )

    def cut(self) -> Review:
        """Return the review for a comment that can't show all of it, so an admin has to look."""
        admins = self.proposal.settings.admins
        given = tuple(login for login in self.proposal.approvals if is_among(login, admins))
        why = "it changes more than a comment can show"
        name = "The whole pull request"
        needed = Approval(ApprovalKind.DECISION, "", name, why=why, given_by=given)
        return replace(self, approvals=(needed, *self.approvals))

    @property
    def handovers(self) -> tuple[Handover, ...]:
        """The entries that get or lose maintainers, which readers don't see but an admin has to."""
        return tuple(_handovers(self.proposal))

    @property
    def mentioned(self) -> tuple[str, ...]:
        """Logins to mention: the maintainers to ask, and those who aren't maintainers afterward.

        They are maintainers in the main branch. A draft mentions nobody, and neither does an admin
        who changes many entries.
        """
        is_bulk_edit = self.proposal.is_by_an_admin and len(self.proposal.partner_changes) > 1
        is_quiet = is_bulk_edit or self.proposal.is_draft
        gone = () if is_quiet else (login for each in self.handovers for login in each.removed)
        return _each_once([*self.reviewers, *gone])[:MOST_MENTIONED]

    @property
    def verdict(self) -> Verdict:
        """What has to happen first."""
        if self.proposal.conflicts:
            return Verdict.CONFLICT
        if not self.proposal.changes:
            return Verdict.UNCHANGED
        if self.fails:
            return Verdict.MISTAKES
        if self.proposal.changes_program:
            return Verdict.CODE
        missing = self.missing_approvals
        if all(needed.kind is ApprovalKind.NEW_ENTRY for needed in missing):
            return Verdict.VERIFY if missing else Verdict.READY
        return Verdict(self.labels[-1])


def _handovers(proposal: Proposal) -> Iterator[Handover]:
    after = proposal.after.catalog.by_id
    for change in proposal.partner_changes:
        new, old = after.get(change.identifier), proposal.entry_before(change.identifier)
        if old and new and new.partner.is_complete:
            was, now = old.partner.maintainers, new.partner.maintainers
            added = tuple(login for login in now if not is_among(login, was))
            removed = tuple(login for login in was if not is_among(login, now))
            if added or removed:
                yield Handover(new.title, added, removed)


def _each_once(logins: Iterable[str]) -> tuple[str, ...]:
    # Not dict.fromkeys(logins), because logins on GitHub are case-insensitive.
    return tuple({login.lower(): login for login in reversed([*logins])}.values())[::-1]
