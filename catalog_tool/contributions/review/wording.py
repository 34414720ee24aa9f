"""A review in plain sentences, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.contributions.review.verdict import Review, Verdict
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.renames import renamed_entries
from catalog_tool.text.phrases import quantity

MOST_CALLED = 10
"""Most maintainers who are called by name: a pull request of many entries shall not ring a town."""

_VERDICTS = {
    Verdict.READY: "Ready to merge",
    Verdict.NEEDS_ADMIN: "Waiting for an admin to agree",
    Verdict.NEEDS_MAINTAINER: "Waiting for a maintainer to agree",
    Verdict.CODE: "No entry is changed: reviewed as code",
    Verdict.UNCHANGED: "Nothing is changed",
}


def verdict_of(review: Review) -> str:
    """Return what a review comes to, in a few words without a full stop."""
    if review.verdict is Verdict.MISTAKES:
        return f"{quantity(review.summary.errors, 'mistake')} to mend"
    return _VERDICTS[review.verdict]


def checked(review: Review) -> str:
    """Return what was looked at, and what was found, as a sentence."""
    if review.verdict is Verdict.CODE:
        return "The checks of entries have nothing to say about it."
    summary = review.summary
    if not review.findings:
        return summary.sentence()
    # What can be mended by a command is said beside each problem; this is read in a browser.
    return f"{summary.problems}."


def next_steps(review: Review) -> Iterator[str]:
    """Yield what has to happen before the merge, each a sentence that names no maintainer."""
    if review.verdict is Verdict.UNCHANGED:
        return
    if review.fails:
        yield "Mend the errors in this pull request. The check runs again after each change."
    if any(needed.maintainers for needed in review.approvals):
        yield "A maintainer of each entry that is changed says here that the change is right."
    if any(not needed.maintainers for needed in review.approvals):
        yield "An admin decides where no maintainer can be asked."
    if not review.fails:
        yield "An admin reads what changes, and merges."


def handovers(review: Review) -> Iterator[str]:
    """Yield each entry that gets other maintainers; readers see none of it, an admin must."""
    before, after = (each.catalog.by_id for each in (review.proposal.before, review.proposal.after))
    origins = _origins(review.proposal)
    for change in review.proposal.partner_changes:
        new = after.get(change.identifier)
        old = before.get(origins.get(change.identifier, change.identifier))
        if old and new and old.partner.maintainers != new.partner.maintainers:
            was, now = (", ".join(each.partner.maintainers) or "nobody" for each in (old, new))
            yield f"{new.title}: maintained by {now}, before by {was}."


def _origins(proposal: Proposal) -> dict[str, str]:
    """Return the old id of each entry whose file was renamed, by its new id."""
    before, after = proposal.before.catalog, proposal.after.catalog
    gone = [entry.as_published for entry in before.entries if not after.has(entry.id)]
    come = [entry.as_published for entry in after.entries if not before.has(entry.id)]
    return {new: old for old, new in renamed_entries(gone, come, after.former).items()}


def elsewhere(review: Review) -> str:
    """Return what is said of problems that were there before; empty where there are none."""
    if not review.elsewhere:
        return ""
    files = {found.path for found in review.elsewhere}
    problems = Summary.of(review.elsewhere, len(files)).problems
    return f"Not yours to mend, and there before: {problems}."
