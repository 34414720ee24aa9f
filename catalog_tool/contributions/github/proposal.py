"""Opens a pull request for the entry in an issue, and answers the issue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.comment import put_comment
from catalog_tool.contributions.github.labels_and_reviewers import put_labels
from catalog_tool.contributions.github.own_pull_request import own_pull, put_pull
from catalog_tool.contributions.github.push import push_file
from catalog_tool.contributions.review.verdict import LABELS
from catalog_tool.model.settings import Settings


def propose_entry(forge: Forge, settings: Settings, issue: int, said: Mapping[str, Any]) -> int:
    """Propose the entry of an issue, if it is complete, and answer the issue.

    Args:
        forge: the repository.
        settings: the catalog, in a checkout of the branch to merge into.
        issue: number of the issue.
        said: the result of the issue, as `catalog from-issue --format json` prints it.

    Returns:
        The number of the pull request; 0 if something is left to fix first.

    Raises:
        ForgeError: GitHub refused it.
        GitError: the entry could not be committed and pushed.
    """
    # Named after the issue and not the entry, so that nobody replaces the proposal of another, and
    # a corrected name doesn't propose a second entry.
    branch = f"from-issue/{issue}"
    if said["is_ready"]:
        number = _open_proposal(forge, settings, issue, branch, said)
        more = f"Pull request: #{number}."
    else:
        number, more = 0, _about_earlier(forge, branch)
    reply = str(said["reply"])
    marker = reply.partition("\n")[0]
    put_comment(forge, issue, marker, f"{reply}\n{more}\n" if more else reply)
    return number


def _open_proposal(
    forge: Forge, settings: Settings, issue: int, branch: str, said: Mapping[str, Any]
) -> int:
    """Push the entry, open the pull request, and return its number."""
    push_file(settings.root, said["path"], said["text"], said["title"], branch)
    body = (
        f"{said['body']}\nCloses #{issue}.\n\n"
        "GitHub doesn't run checks on a pull request that a workflow opened. "
        "To run them, close this pull request and reopen it.\n"
    )
    number = put_pull(forge, branch, settings.branch, said["title"], body)
    wanted = said["labels"]
    put_labels(forge, number, wanted, [label for label in LABELS if label not in wanted])
    return number


def _about_earlier(forge: Forge, branch: str) -> str:
    """Return a sentence about the pull request of an earlier version of the issue, if any."""
    number = own_pull(forge, branch)
    return f"Until then, pull request #{number} keeps the earlier text." if number else ""
