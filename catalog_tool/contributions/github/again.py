"""Reviews open pull requests again after the main branch or their approvals have changed.

What is left to do follows from the statuses on GitHub alone: each says which commit of the main
branch it was reviewed with. So a run that was stopped is continued by the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.fetch import reviewed_base
from catalog_tool.contributions.github.pull_request import Pull, open_pulls
from catalog_tool.contributions.github.review import PostedReview, review_pull
from catalog_tool.contributions.github.status import Status, put_status, status_of
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings

MOST_REVIEWS = 100
"""Most reviews of one run. Source: in an hour, a workflow may send a thousand requests."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt to review one of several pull requests.

    Attributes:
        number: number of the pull request.
        posted: what was posted; ``None`` if a newer run reviews it, or if the review failed.
        error: why the review failed; empty if it didn't.
    """

    number: int
    posted: PostedReview | None = None
    error: str = ""


def review_again(forge: Forge, settings: Settings) -> Iterator[Attempt]:
    """Review each open pull request whose status is missing or older than a change.

    First, each success that the main branch has outdated becomes pending. Then those are reviewed
    that could be merged before, and then the others, oldest first.

    Args:
        forge: the repository to merge into.
        settings: the catalog, in a checkout of the main branch with its history.

    Yields:
        An attempt for each pull request, at most 100.

    Raises:
        ForgeError: GitHub refused to list the pull requests, or to change a status.
        GitError: Git can't read the history of the main branch.
    """
    base = reviewed_base(settings)
    ready, others = [], []
    for pull in open_pulls(forge, settings.branch):
        status = status_of(forge, pull.head)
        if status and status.state == "success" and not status.is_for(base):
            said = f"{settings.branch} has changed. This commit is being reviewed again."
            put_status(forge, pull.head, "pending", said)
            ready.append(pull)
        elif _is_due(pull, status, base):
            others.append(pull)
    for pull in (ready + others)[:MOST_REVIEWS]:
        yield attempt_review(forge, settings, pull)


def attempt_review(forge: Forge, settings: Settings, pull: Pull) -> Attempt:
    """Review a pull request; if that fails, say so in the status of its commit.

    Args:
        forge: the repository to merge into.
        settings: the catalog, in a checkout of the main branch with its history.
        pull: the pull request.

    Raises:
        ForgeError: GitHub refused to set the status.
    """
    try:
        return Attempt(pull.number, review_pull(forge, settings, pull))
    except Exception as error:  # noqa: BLE001 - one pull request must not stop the others
        put_status(forge, pull.head, "error", "The review did not finish.")
        reason = error.message if isinstance(error, CatalogError) else repr(error)
        return Attempt(pull.number, error=reason)


def _is_due(pull: Pull, status: Status | None, base: str) -> bool:
    # An approval is one of the things that update a pull request.
    return status is None or not status.is_for(base) or pull.updated >= status.created
