"""A review said on its pull request: one comment, the labels that it asks for, the people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.comment import put_comment
from catalog_tool.contributions.github.labels_and_reviewers import (
    ask_reviewers,
    put_labels,
    reviewers_of,
)
from catalog_tool.contributions.github.pull_request import Pull
from catalog_tool.contributions.review.report import document
from catalog_tool.contributions.review.verdict import LABELS, Review
from catalog_tool.contributions.review.wording import MOST_CALLED
from catalog_tool.linter.reporters import write


@dataclass(frozen=True, slots=True)
class PostedReview:
    """What was said on a pull request.

    Attributes:
        comment: what became of the comment: ``written``, ``updated`` or ``unchanged``.
        refused: whom GitHub did not let us ask for a review.
    """

    comment: str
    refused: tuple[str, ...]


def post_review(forge: Forge, pull: Pull, review: Review) -> PostedReview:
    """Say on a pull request what a review has found.

    Labels that the review asks for are set, and those of ours that it does not ask for taken away.

    Args:
        forge: the repository that the pull request goes to.
        pull: the pull request.
        review: what was found at its last commit.

    Raises:
        ForgeError: GitHub refused it.
    """
    said = document(review)
    done = put_comment(forge, pull.number, f"<!-- {said.marker} -->", write(said, "markdown"))
    put_labels(forge, pull.number, review.labels, set(LABELS) - set(review.labels))
    return PostedReview(done, tuple(_ask(forge, pull, review.reviewers[:MOST_CALLED])))


def _ask(forge: Forge, pull: Pull, logins: Sequence[str]) -> list[str]:
    """Ask for a review, except who has reviewed this very commit; return whom GitHub refused."""
    done = reviewers_of(forge, pull.number, pull.head) if logins else frozenset()
    return ask_reviewers(forge, pull.number, [each for each in logins if each.lower() not in done])
