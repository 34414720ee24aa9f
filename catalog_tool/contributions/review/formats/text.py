"""For a terminal: the verdict, the problems, and what happens next."""

from __future__ import annotations

from click import style

from catalog_tool.contributions.review.verdict import Review
from catalog_tool.contributions.review.wording import checked, elsewhere, next_steps, verdict_of
from catalog_tool.linter.reporters.text import lines
from catalog_tool.text.terminal import visible


def report(review: Review) -> str:
    """Return the review as lines, with their styles."""
    problems = ["\n".join([*lines(found), ""]) for found in review.findings]
    verdict = style(f"{verdict_of(review)}.", bold=True)
    named = ", ".join(map(visible, review.reviewers))
    after = [
        *(f"- {step}" for step in next_steps(review)),
        *([f"Asked to agree: {named}."] if named else []),
        *filter(None, [elsewhere(review)]),
    ]
    return "\n".join([f"{verdict} {checked(review)}", "", *problems, *after, ""])
