"""For the log of a workflow: annotations, worst first, then the verdict.

GitHub shows ten annotations of each kind in a step.
"""

from __future__ import annotations

from catalog_tool.contributions.review.verdict import Review
from catalog_tool.contributions.review.wording import elsewhere, next_steps, verdict_of
from catalog_tool.linter.reporters import github


def report(review: Review) -> str:
    """Return a workflow command for each problem, then sentences that are none."""
    annotations = github.report(review.findings, review.summary)
    after = [*next_steps(review), *filter(None, [elsewhere(review)])]
    return "\n".join([f"{annotations}{verdict_of(review)}.", *after, ""])
