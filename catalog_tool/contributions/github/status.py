"""The status that a review gives to one commit; branch protection can require its success."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.review.verdict import Review, Verdict
from catalog_tool.contributions.review.wording import verdict_of
from catalog_tool.text.phrases import shorten

CONTEXT = "catalog/review"
"""The name of the status. No job may have it, because GitHub doesn't tell the two apart."""

STATES = {
    Verdict.READY: "success",
    Verdict.CODE: "success",
    Verdict.UNCHANGED: "success",
    Verdict.CONFLICT: "failure",
    Verdict.MISTAKES: "failure",
}
"""The states of verdicts; every other verdict is pending."""

_SHORT_ID = 12
_LONGEST_DESCRIPTION = 140  # Source: GitHub refuses longer ones.


@dataclass(frozen=True, slots=True)
class Status:
    """The latest status of a commit.

    Attributes:
        state: ``pending``, ``success``, ``failure`` or ``error``.
        description: one sentence.
        created: when it was set, as a time in UTC.
    """

    state: str
    description: str
    created: str

    def is_for(self, base: str) -> bool:
        """Return whether it is the result of a review against this commit of the main branch."""
        return self.description.endswith(_ending(base))


def status_of(forge: Forge, commit: str) -> Status | None:
    """Return the latest status of a commit; ``None`` if it has none, or if it isn't ours.

    Somebody with write access can set one too, and GitHub lets the latest one decide.

    Raises:
        ForgeError: GitHub refused it.
    """
    login, status = next(_statuses(forge, commit), ("", None))
    return status if login == forge.login else None


def is_pushed_for(forge: Forge, commit: str, issue: int) -> bool:
    """Return whether our login has said that it pushed a commit for an issue.

    A person with write access can push to the branch of an issue too, but can't say this.

    Raises:
        ForgeError: GitHub refused it.
    """
    said = _pushed_for(issue)
    own = (each for login, each in _statuses(forge, commit) if login == forge.login)
    return any(status.description == said for status in own)


def put_pushed_for(forge: Forge, commit: str, issue: int) -> None:
    """Say that our login pushed a commit for an issue, and that it will be reviewed.

    Raises:
        ForgeError: GitHub refused it.
    """
    put_status(forge, commit, "pending", _pushed_for(issue))


def put_status(forge: Forge, commit: str, state: str, description: str) -> None:
    """Give a commit its status, with a link to the run of the workflow.

    Args:
        forge: the repository.
        commit: full id of the commit.
        state: ``pending``, ``success``, ``failure`` or ``error``.
        description: one sentence, shortened to GitHub's limit.

    Raises:
        ForgeError: GitHub refused it.
    """
    content = {
        "context": CONTEXT,
        "state": state,
        "description": shorten(description, _LONGEST_DESCRIPTION),
    }
    link = {"target_url": forge.run.url} if forge.run.url else {}
    forge.ask("POST", f"statuses/{commit}", content | link)


def put_verdict(forge: Forge, review: Review, base: str) -> None:
    """Give the last commit of a pull request the status that its review calls for.

    Only a verdict that allows the merge is a success. Waiting for an approval is pending.

    Args:
        forge: the repository.
        review: the review of that commit.
        base: id of the commit of the main branch that it was reviewed with.

    Raises:
        ForgeError: GitHub refused it.
    """
    state = STATES.get(review.verdict, "pending")
    if review.missing_approvals and state == "success":
        state = "pending"
    put_status(forge, review.proposal.head, state, f"{verdict_of(review)}.{_ending(base)}")


def _statuses(forge: Forge, commit: str) -> Iterator[tuple[str, Status]]:
    """Yield who gave a commit our status, and that status, the newest first."""
    # Source: GitHub's documentation of this list, which has this order.
    for found in forge.pages(f"commits/{commit}/statuses?per_page=100"):
        if found["context"] == CONTEXT:
            login = str((found.get("creator") or {}).get("login") or "")
            description = str(found["description"] or "")
            yield login, Status(found["state"], description, found["created_at"])


def _pushed_for(issue: int) -> str:
    return f"Pushed for issue #{issue}, and being reviewed."


def _ending(base: str) -> str:
    """Return the end of a description, which says what the commit was reviewed with."""
    return f" Base: {base[:_SHORT_ID]}"
