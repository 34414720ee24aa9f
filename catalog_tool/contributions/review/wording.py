"""The sentences of a review, the same in every format."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from catalog_tool.contributions.review.verdict import (
    MOST_MENTIONED,
    NEEDS_ADMIN,
    Handover,
    Review,
    Verdict,
)
from catalog_tool.linter.approval import Approval, ApprovalKind
from catalog_tool.linter.reporters.document import Foreign, Inline, Mention
from catalog_tool.linter.reporters.summary import Summary

_VERDICTS = {
    Verdict.CONFLICT: "This pull request has conflicts with the main branch",
    Verdict.READY: "Ready to merge",
    Verdict.MISTAKES: "Not ready to merge",
    Verdict.NEEDS_ADMIN: "Waiting for approval from an admin",
    Verdict.NEEDS_MAINTAINER: "Waiting for approval from a maintainer",
    Verdict.VERIFY: "New entry, please verify",
    Verdict.CODE: "This pull request doesn't change entries",
    Verdict.UNCHANGED: "This pull request changes nothing",
}
_COMBINED = "The lines below have both changes. To see them, select 'Update branch'."
_OF_SEVERAL = {
    "becomes a maintainer": "become maintainers",
    "is no longer a maintainer": "are no longer maintainers",
}


def verdict_of(review: Review) -> str:
    """Return the verdict in a few words, without a period."""
    return _VERDICTS[review.verdict]


def findings_sentence(review: Review) -> str:
    """Return what was checked and found, as a sentence."""
    if review.verdict is Verdict.CODE:
        return "It is reviewed as code."
    summary = review.summary
    if not review.problems:
        return summary.sentence()
    # Without the command that fixes problems, because this is read in a browser.
    return f"{summary.problems}."


def next_steps(review: Review) -> Iterator[str]:
    """Yield what has to happen before the merge, besides approvals."""
    if review.verdict is Verdict.UNCHANGED:
        return
    if review.verdict is Verdict.CONFLICT:
        yield "Resolve the conflicts. Nothing else was checked yet. The check will run again."
    elif review.fails:
        yield "Fix the errors in this pull request. The check runs again after each change."
        wrong = {problem.path for problem in review.problems}
        for change in review.proposal.changes:
            if change.is_combined and change.path in wrong:
                yield f"{change.path} has also changed on the main branch. {_COMBINED}"
    if not (review.fails or review.missing_approvals):
        yield "An admin reviews the changes and merges them."


def for_admins(review: Review) -> str:
    """Return a sentence for the admins if one of them has to approve now, or ``""``."""
    if review.fails or NEEDS_ADMIN not in review.labels:
        return ""
    admins = ", ".join(review.proposal.settings.admins[:MOST_MENTIONED])
    return f" For the admins{': ' if admins else ''}{admins}."


def approvals(review: Review) -> tuple[str, ...]:
    """Return who still has to approve, and then who has approved, as sentences."""
    missing_first = sorted(_shortened(review.approvals), key=lambda needed: bool(needed.given_by))
    return tuple(dict.fromkeys(map(_approval, missing_first)))


def _shortened(approvals: Sequence[Approval]) -> list[Approval]:
    """Return approvals with one for all new entries, because the same people can give it."""
    new = [needed for needed in approvals if needed.kind is ApprovalKind.NEW_ENTRY]
    if len(new) < 2:  # noqa: PLR2004 - several
        return [*approvals]
    why = "they aren't in the catalog yet"
    together = replace(new[0], name=f"{len(new):,} new entries", why=why)
    return [together, *(needed for needed in approvals if needed not in new)]


def handover(found: Handover, mentioned: Collection[str]) -> Inline:
    """Return who becomes a maintainer of an entry, and who no longer is one."""
    phrases = [
        (*_people(found.added, ()), _verb(found.added, "becomes a maintainer")),
        (*_people(found.removed, mentioned), _verb(found.removed, "is no longer a maintainer")),
    ]
    said = [span for phrase in phrases if len(phrase) > 1 for span in ("; ", *phrase)]
    return (Foreign(found.name), ": ", *said[1:], " after this.")


def _people(logins: Sequence[str], mentioned: Collection[str]) -> Inline:
    named = [Mention(login) if login in mentioned else Foreign(login) for login in logins]
    return tuple(span for each in named for span in (", ", each))[1:]


def _verb(logins: Sequence[str], one: str) -> str:
    return f" {one}" if len(logins) == 1 else f" {_OF_SEVERAL[one]}"


def _approval(needed: Approval) -> str:
    if needed.given_by:
        return f"{needed.name}: {', '.join(needed.given_by)} approved this commit."
    if needed.maintainers:
        return f"{needed.name}: one of its maintainers has to approve."
    return f"{needed.name}: {needed.why}, so an admin has to approve."


def existing_problems(review: Review) -> str:
    """Return the title for existing problems in other entries; empty if there are none."""
    if not review.elsewhere:
        return ""
    files = {found.path for found in review.elsewhere}
    problems = Summary.of(review.elsewhere, len(files)).problems
    return f"You can ignore these existing problems in other entries: {problems}."
