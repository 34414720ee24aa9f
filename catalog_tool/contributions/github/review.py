"""Posts a review to its pull request: a comment, labels, and review requests."""

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
from catalog_tool.contributions.review.verdict import LABELS, MOST_MENTIONED, Review
from catalog_tool.linter.reporters import write


@dataclass(frozen=True, slots=True)
class PostedReview:
    """The result of posting a review.

    Attributes:
        comment: what happened to the comment: ``written``, ``updated`` or ``unchanged``.
        refused: logins that GitHub refused as reviewers.
    """

    comment: str
    refused: tuple[str, ...]


def post_review(forge: Forge, pull: Pull, review: Review) -> PostedReview:
    """Post a review to its pull request.

    The labels of the review are set, and our other labels are removed.

    Args:
        forge: the repository to merge into.
        pull: the pull request.
        review: the review of its last commit.

    Raises:
        ForgeError: GitHub refused it.
    """
    said = document(review)
    done = put_comment(forge, pull.number, f"<!-- {said.marker} -->", write(said, "markdown"))
    put_labels(forge, pull.number, review.labels, set(LABELS) - set(review.labels))
    return PostedReview(done, tuple(_ask(forge, pull, review.reviewers[:MOST_MENTIONED])))


def _ask(forge: Forge, pull: Pull, logins: Sequence[str]) -> list[str]:
    """Request reviews, except from people who reviewed this commit; return refused logins."""
    done = reviewers_of(forge, pull.number, pull.head) if logins else frozenset()
    return ask_reviewers(forge, pull.number, [each for each in logins if each.lower() not in done])
