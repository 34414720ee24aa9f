"""Opens a pull request for the entry in an issue, reviews it, and answers the issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog_tool.contributions.github.again import Attempt, attempt_review
from catalog_tool.contributions.github.client import Forge, ForgeError
from catalog_tool.contributions.github.comment import put_comment
from catalog_tool.contributions.github.fetch import fetch_pulls
from catalog_tool.contributions.github.labels_and_reviewers import put_labels
from catalog_tool.contributions.github.pull_request import (
    Pull,
    open_issue,
    open_pull,
    open_pulls,
    put_pull,
)
from catalog_tool.contributions.github.push import is_only_change, push_file
from catalog_tool.contributions.github.status import put_pushed_for
from catalog_tool.model.settings import Settings

_TRIES = 10
_PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was done with the entry of an issue.

    Attributes:
        reply: what the issue was answered; empty if it is closed.
        attempt: the review of the pull request; ``None`` if there is no new one.
    """

    reply: str = ""
    attempt: Attempt | None = None


def propose_entry(
    forge: Forge, settings: Settings, issue: int, said: Mapping[str, Any]
) -> Proposed:
    """Propose the entry of an issue, if it is complete, and answer the issue.

    GitHub starts no workflow for what a workflow pushes, so the pull request is reviewed here.

    Args:
        forge: the repository.
        settings: the catalog, in a checkout of the branch to merge into, with its history.
        issue: number of the issue.
        said: the result of the issue, as `catalog from-issue --format json` prints it.

    Raises:
        ForgeError: GitHub refused it.
        GitError: the entry could not be committed and pushed.
    """
    opened = open_issue(forge, issue)
    if opened is None:
        return Proposed()
    author = opened.author
    requests = [pull for pull in open_pulls(forge, settings.branch) if pull.issue]
    own = next((pull for pull in requests if pull.issue == issue), None)
    reply = str(said["reply"])
    marker = reply.partition("\n")[0]
    earlier = _request_for_same_entry(forge, requests, issue, author, said)
    if earlier:
        reply = f"{marker}\n{_about_request(earlier)}\n"
    if not said["is_ready"] or earlier:
        reply += _about_own(own)
        put_comment(forge, issue, marker, reply)
        return Proposed(reply)
    body = f"`{author}` wrote issue #{issue} with the form. {said['body']}\nCloses #{issue}.\n"
    pull = _put_proposal(forge, settings, issue, own, {**said, "body": body})
    reply += f"\nPull request: #{pull.number}.\n"
    put_comment(forge, issue, marker, reply)
    return Proposed(reply, attempt_review(forge, settings, pull))


def _request_for_same_entry(
    forge: Forge, requests: list[Pull], issue: int, author: str, said: Mapping[str, Any]
) -> Pull | None:
    """Return the open request of the same author for the same entry."""
    for pull in requests:
        is_same = pull.issue != issue and pull.title.rpartition(" ")[2] == said["id"]
        other = open_issue(forge, pull.issue) if is_same else None
        if other and other.author == author:
            return pull
    return None


def _about_request(earlier: Pull) -> str:
    return (
        f"You already have an open request for this entry: issue #{earlier.issue}, with pull "
        f"request #{earlier.number}. Edit that issue, and close this one. To use this one "
        f"instead, ask an admin to close #{earlier.number}, then edit this issue."
    )


def _about_own(own: Pull | None) -> str:
    """Return a sentence about the pull request of an earlier version of the issue, if any."""
    return f"\nUntil then, pull request #{own.number} keeps the earlier text.\n" if own else ""


def _put_proposal(
    forge: Forge, settings: Settings, issue: int, own: Pull | None, said: Mapping[str, Any]
) -> Pull:
    """Push the entry, unless it is the same, and open or update the pull request."""
    path, text, title = said["path"], said["text"], said["title"]
    # Named after the issue and not the entry, so that nobody replaces the proposal of another, and
    # a corrected name doesn't propose a second entry.
    branch = f"from-issue/{issue}"
    # A new commit cancels the approvals, so there is none without a change.
    commit = fetch_pulls([own], settings.root)[0] if own else ""
    if not (commit and is_only_change(settings.root, commit, path, text)):
        commit = push_file(settings.root, path, text, title, branch)
        put_pushed_for(forge, commit, issue)
    number = put_pull(forge, branch, settings.branch, title, said["body"])
    put_labels(forge, number, said["labels"], ())
    return _wait_for(forge, number, commit)


def _wait_for(forge: Forge, number: int, commit: str) -> Pull:
    """Return the pull request as soon as GitHub knows what was pushed."""
    for _ in range(_TRIES):
        pull = open_pull(forge, number)
        if pull and pull.head == commit:
            return pull
        forge.sleep(_PAUSE)
    raise ForgeError(f"Pull request #{number} doesn't have the commit that was pushed.")
