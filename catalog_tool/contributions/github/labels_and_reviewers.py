"""Sets labels on a pull request, and requests reviews from its maintainers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import quote

from catalog_tool.contributions.github.client import Forge, ForgeError

_NOT_FOUND = 404
_UNPROCESSABLE = 422


def put_labels(
    forge: Forge, number: int, wanted: Collection[str], unwanted: Collection[str]
) -> None:
    """Add labels to a pull request, and remove others; labels that people set stay.

    Raises:
        ForgeError: GitHub refused it.
    """
    labels = forge.pages(f"issues/{number}/labels?per_page=100")
    there = {str(label["name"]).lower() for label in labels}
    if missing := [label for label in wanted if label.lower() not in there]:
        forge.ask("POST", f"issues/{number}/labels", {"labels": missing})
    for label in unwanted:
        if label.lower() in there:
            _remove_label(forge, number, label)


def ask_reviewers(forge: Forge, number: int, logins: Sequence[str]) -> list[str]:
    """Request a review from each person, in separate requests.

    GitHub accepts only people who can read and review the repository.

    Returns:
        The logins that GitHub refused.

    Raises:
        ForgeError: GitHub failed for another reason.
    """
    return [login for login in logins if not _is_asked(forge, number, login)]


def reviewers_of(forge: Forge, number: int, commit: str) -> frozenset[str]:
    """Return the people who have reviewed a commit of a pull request, as lowercase logins.

    Raises:
        ForgeError: GitHub refused it.
    """
    reviews = forge.pages(f"pulls/{number}/reviews?per_page=100")
    return frozenset(
        str((review.get("user") or {}).get("login") or "").lower()
        for review in reviews
        if review.get("commit_id") == commit
    )


def _remove_label(forge: Forge, number: int, label: str) -> None:
    try:
        forge.ask("DELETE", f"issues/{number}/labels/{quote(label, safe='')}")
    except ForgeError as error:
        if error.status != _NOT_FOUND:  # somebody else has just removed it
            raise


def _is_asked(forge: Forge, number: int, login: str) -> bool:
    try:
        forge.ask("POST", f"pulls/{number}/requested_reviewers", {"reviewers": [login]})
    except ForgeError as error:
        if error.status == _UNPROCESSABLE:
            return False
        raise
    return True
