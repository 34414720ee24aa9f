"""Writes to GitHub: comments, labels, review requests, issues, and pull requests.

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
from catalog_tool.contributions.github.own_pull_request import own_pull, put_pull
from catalog_tool.contributions.github.pull_request import Pull, fetch_pull, open_pull

__all__ = [
    "Forge",
    "ForgeError",
    "Pull",
    "approvers_of",
    "ask_reviewers",
    "fetch_pull",
    "open_pull",
    "own_pull",
    "put_comment",
    "put_issue",
    "put_labels",
    "put_pull",
    "reviewers_of",
]
