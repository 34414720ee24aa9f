"""For the log of a workflow: annotations, worst first, then the verdict.

GitHub shows ten annotations of each kind in a step.
"""

from __future__ import annotations

from catalog_tool.reporters import github
from catalog_tool.review.sentences import elsewhere, next_steps, verdict_of
from catalog_tool.review.verdict import Review


def report(review: Review) -> str:
    """Return a workflow command for each problem, then sentences that are none."""
    annotations = github.report(review.findings, review.summary)
    after = [*next_steps(review), *filter(None, [elsewhere(review)])]
    return "\n".join([f"{annotations}{verdict_of(review)}.", *after, ""])
