"""The pull requests that wait, as ``catalog queue`` last saw them. Their titles are strangers'."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from catalog_tool.model.strict import Frozen

QUEUE_FILE = ".catalog-queue.json"
"""The file between ``catalog queue`` and the commands that show it, next to ``mkdocs.yml``."""
MOST_WAITING = 100
"""Most pull requests that are listed; the rest is counted."""
TITLE_MAX_LENGTH = 120
MOST_REVIEWERS = 10

_Login = Annotated[str, Field(min_length=1, max_length=60)]


class WaitsFor(StrEnum):
    """Whose turn it is."""

    ADMIN = "admin"
    MAINTAINER = "maintainer"
    AUTHOR = "author"
    REVIEW = "review"


class WaitingPull(Frozen):
    """One open pull request.

    Attributes:
        number: its number.
        title: its title, shortened, on one line.
        author: login of its author.
        since: the day on which it was opened.
        waits_for: whose turn it is, each once.
        reviewers: logins of the people who were asked for a review.
    """

    number: int = Field(ge=1)
    title: str = Field(max_length=TITLE_MAX_LENGTH)
    author: _Login
    since: dt.date
    waits_for: tuple[WaitsFor, ...] = Field(min_length=1)
    reviewers: tuple[_Login, ...] = Field(default=(), max_length=MOST_REVIEWERS)


class Queue(Frozen):
    """The open pull requests to the main branch, the oldest first.

    Attributes:
        day: the day on which somebody looked.
        pulls: the pull requests.
        more: how many more there are.
    """

    version: Literal[1] = 1
    day: dt.date
    pulls: tuple[WaitingPull, ...] = Field(default=(), max_length=MOST_WAITING)
    more: int = Field(default=0, ge=0)
