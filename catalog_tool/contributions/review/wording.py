"""The sentences of a review, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.contributions.review.verdict import Review, Verdict
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.catalog import Entry
from catalog_tool.model.renames import renamed_entries

MOST_MENTIONED = 10
"""Most maintainers that are mentioned, so that a large pull request doesn't notify a crowd."""

_VERDICTS = {
    Verdict.READY: "Ready to merge",
    Verdict.MISTAKES: "Not ready to merge",
    Verdict.NEEDS_ADMIN: "Waiting for approval from an admin",
    Verdict.NEEDS_MAINTAINER: "Waiting for approval from a maintainer",
    Verdict.CODE: "This pull request doesn't change entries",
    Verdict.UNCHANGED: "This pull request changes nothing",
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
    """Yield what has to happen before the merge, in sentences that name no maintainer."""
    if review.verdict is Verdict.UNCHANGED:
        return
    if review.fails:
        yield "Fix the errors in this pull request. The check runs again after each change."
    if any(needed.maintainers for needed in review.approvals):
        yield "A maintainer of each changed entry has to approve here."
    if any(not needed.maintainers for needed in review.approvals):
        yield "An admin has to approve the changes that no maintainer can approve."
    if not review.fails:
        yield "An admin reviews the changes and merges them."


def handovers(review: Review) -> Iterator[str]:
    """Yield each entry with changed maintainers, which readers don't see but an admin has to."""
    before, after = (each.catalog.by_id for each in (review.proposal.before, review.proposal.after))
    origins = _origins(review.proposal)
    for change in review.proposal.partner_changes:
        new = after.get(change.identifier)
        old = before.get(origins.get(change.identifier, change.identifier))
        if old and new and old.partner.maintainers != new.partner.maintainers:
            was, now = map(_maintainers, (old, new))
            yield f"{new.title}: {now} (previously {was})."


def _maintainers(entry: Entry) -> str:
    return ", ".join(entry.partner.maintainers) or "no maintainers"


def _origins(proposal: Proposal) -> dict[str, str]:
    """Return the old id of each entry whose file was renamed, by its new id."""
    before, after = proposal.before.catalog, proposal.after.catalog
    gone = [entry.as_published for entry in before.entries if not after.has(entry.id)]
    come = [entry.as_published for entry in after.entries if not before.has(entry.id)]
    return {new: old for old, new in renamed_entries(gone, come, after.former).items()}


def existing_problems(review: Review) -> str:
    """Return the title for existing problems in other entries; empty if there are none."""
    if not review.elsewhere:
        return ""
    files = {found.path for found in review.elsewhere}
    problems = Summary.of(review.elsewhere, len(files)).problems
    return f"You can ignore these existing problems in other entries: {problems}."
