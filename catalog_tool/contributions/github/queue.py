"""Asks GitHub which pull requests wait, since when, and for whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.pull_request import Pull, open_pulls
from catalog_tool.contributions.github.status import status_of
from catalog_tool.contributions.review.verdict import NEEDS_ADMIN, NEEDS_MAINTAINER
from catalog_tool.model.queue import (
    MOST_REVIEWERS,
    MOST_WAITING,
    TITLE_MAX_LENGTH,
    Queue,
    WaitingPull,
    WaitsFor,
)
from catalog_tool.model.today import today
from catalog_tool.text.characters import without_hidden
from catalog_tool.text.phrases import shorten

_APPROVERS = {NEEDS_ADMIN: WaitsFor.ADMIN, NEEDS_MAINTAINER: WaitsFor.MAINTAINER}


def read_queue(forge: Forge, base: str) -> Queue:
    """Return the open pull requests to a branch, the oldest first.

    Args:
        forge: the repository.
        base: the branch.

    Raises:
        ForgeError: GitHub refused it.
    """
    found = [*open_pulls(forge, base)]
    pulls = tuple(_waiting(forge, pull) for pull in found[:MOST_WAITING])
    return Queue(day=today(), pulls=pulls, more=len(found) - len(pulls))


def _waiting(forge: Forge, pull: Pull) -> WaitingPull:
    return WaitingPull(
        number=pull.number,
        title=shorten(" ".join(without_hidden(pull.title)[0].split()), TITLE_MAX_LENGTH),
        author=pull.author,
        since=dt.date.fromisoformat(pull.created[:10]),
        waits_for=tuple(_waits_for(forge, pull)),
        reviewers=pull.reviewers[:MOST_REVIEWERS],
    )


def _waits_for(forge: Forge, pull: Pull) -> Iterator[WaitsFor]:
    """Yield whose turn it is, as the last review says."""
    if pull.is_draft:
        yield WaitsFor.AUTHOR
        return
    status = status_of(forge, pull.head)
    match status.state if status else "":
        case "success":
            yield WaitsFor.ADMIN
        case "failure":
            yield WaitsFor.AUTHOR
        case "pending" if pull.labels & _APPROVERS.keys():
            yield from (who for label, who in _APPROVERS.items() if label in pull.labels)
        case _:
            yield WaitsFor.REVIEW
