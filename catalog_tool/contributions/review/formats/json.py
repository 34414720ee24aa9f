"""For programs: one JSON object, whose shape is a contract (``version`` counts its changes)."""

from __future__ import annotations

from typing import Any

from catalog_tool.contributions.review.verdict import LABELS, Review
from catalog_tool.contributions.review.wording import verdict_of
from catalog_tool.linter.reporters.json import facts_of, written
from catalog_tool.loader.pull_request.changes import Changed

FORMAT_VERSION = 1


def report(review: Review) -> str:
    """Return the review as JSON.

    ``verdict`` is one of ``Verdict``; ``labels`` are those that the pull request should have, and
    ``other_labels`` those of ours that it should not; ``reviewers`` are logins to ask. ``changes``
    are the files in the folder of the partners, ``diagnostics`` those of ``catalog check``.
    """
    summary = review.summary
    return written(
        {
            "version": FORMAT_VERSION,
            "verdict": review.verdict.value,
            "message": verdict_of(review),
            "base": review.proposal.base,
            "head": review.proposal.head,
            "labels": list(review.labels),
            "other_labels": [label for label in LABELS if label not in review.labels],
            "reviewers": list(review.reviewers),
            "summary": {
                "files": summary.files,
                "errors": summary.errors,
                "warnings": summary.warnings,
                "elsewhere": len(review.elsewhere),
            },
            "changes": [_change(change) for change in review.proposal.of_partners],
            "diagnostics": [facts_of(found) for found in review.findings],
        }
    )


def _change(change: Changed) -> dict[str, Any]:
    status = "removed" if change.is_gone else "new" if change.is_new else "changed"
    return {"path": change.path, "id": change.identifier, "status": status}
