"""Reads who approves the last commit of a pull request."""

from __future__ import annotations

from typing import Any

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.pull_request import Pull

_DECISIONS = {"APPROVED", "CHANGES_REQUESTED", "DISMISSED"}


def approvers_of(forge: Forge, pull: Pull) -> tuple[str, ...]:
    """Return the logins of the people whose last decision approves exactly the last commit.

    A person can review several times. A later refusal or dismissal cancels an approval, and so does
    a push; a comment doesn't. Programs and the author of the pull request can't approve.

    Raises:
        ForgeError: GitHub refused it.
    """
    decided: dict[str, dict[str, Any]] = {}
    # The oldest review is the first one. Source: GitHub's documentation of this list.
    for review in forge.pages(f"pulls/{pull.number}/reviews?per_page=100"):
        user = review.get("user") or {}
        if user.get("type") == "User" and review.get("state") in _DECISIONS:
            decided[str(user["login"]).lower()] = review
    decided.pop(pull.author.lower(), None)
    return tuple(
        str(review["user"]["login"])
        for review in decided.values()
        if review["state"] == "APPROVED" and review.get("commit_id") == pull.head
    )
