"""Writes to GitHub: statuses, comments, labels, review requests, issues, and pull requests.

:mod:`client` sends requests to the API. Each other module does one thing with it.
"""

from catalog_tool.contributions.github.approvals import approvers_of
from catalog_tool.contributions.github.client import Forge, ForgeError
from catalog_tool.contributions.github.comment import put_comment
from catalog_tool.contributions.github.issue import put_issue
from catalog_tool.contributions.github.labels_and_reviewers import (
    ask_reviewers,
    put_labels,
    reviewers_of,
)
from catalog_tool.contributions.github.pull_request import Pull, open_pull, open_pulls, put_pull
from catalog_tool.contributions.github.status import put_status, status_of

__all__ = [
    "Forge",
    "ForgeError",
    "Pull",
    "approvers_of",
    "ask_reviewers",
    "open_pull",
    "open_pulls",
    "put_comment",
    "put_issue",
    "put_labels",
    "put_pull",
    "put_status",
    "reviewers_of",
    "status_of",
]
