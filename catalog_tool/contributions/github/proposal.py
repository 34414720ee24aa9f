"""What an issue came to, as a pull request from a branch of its own, and as an answer below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.comment import put_comment
from catalog_tool.contributions.github.labels_and_reviewers import put_labels
from catalog_tool.contributions.github.own_pull_request import own_pull, put_pull
from catalog_tool.contributions.github.push import pushed
from catalog_tool.contributions.review.verdict import LABELS
from catalog_tool.model.settings import Settings


def propose_entry(forge: Forge, settings: Settings, issue: int, said: Mapping[str, Any]) -> int:
    """Propose the entry of an issue, if it is complete, and answer the issue.

    Args:
        forge: the repository.
        settings: the catalog, in a checkout of the branch that pull requests go to.
        issue: number of the issue.
        said: what the issue came to, as `catalog from-issue --format json` prints it.

    Returns:
        The number of the pull request; 0 if something is left to fix first.

    Raises:
        ForgeError: GitHub refused it.
        GitError: the entry could not be committed and pushed.
    """
    # Of the issue, not of the entry: nobody should replace what somebody else proposed, and
    # whoever corrects a name proposes no second entry.
    branch = f"from-issue/{issue}"
    if said["is_ready"]:
        number = _proposed(forge, settings, issue, branch, said)
        more = f"The pull request: #{number}."
    else:
        number, more = 0, _about_earlier(forge, branch)
    reply = str(said["reply"])
    marker = reply.partition("\n")[0]
    put_comment(forge, issue, marker, f"{reply}\n{more}\n" if more else reply)
    return number


def _proposed(
    forge: Forge, settings: Settings, issue: int, branch: str, said: Mapping[str, Any]
) -> int:
    """Push the entry and open the pull request, whose number is returned."""
    pushed(settings.root, said["path"], said["text"], said["title"], branch)
    body = (
        f"{said['body']}\nCloses #{issue}.\n\n"
        "GitHub checks no pull request that a workflow opened: close this one and open it again.\n"
    )
    number = put_pull(forge, branch, settings.branch, said["title"], body)
    wanted = said["labels"]
    put_labels(forge, number, wanted, [label for label in LABELS if label not in wanted])
    return number


def _about_earlier(forge: Forge, branch: str) -> str:
    """Return what is to be said of what an issue came to before it was edited."""
    number = own_pull(forge, branch)
    return f"Until then the pull request #{number} keeps the earlier text." if number else ""
