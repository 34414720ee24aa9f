"""Which open pull request a commit belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from catalog_tool.forge.client import Forge


@dataclass(frozen=True)
class Pull:
    """An open pull request, as GitHub knows it.

    Attributes:
        number: its number.
        author: login of who opened it.
        base: name of the branch that it goes to.
        head: id of its last commit.
        body: its description.
    """

    number: int
    author: str
    base: str
    head: str
    body: str


def open_pull(forge: Forge, owner: str, branch: str, commit: str) -> Pull | None:
    """Return the open pull request from a branch whose last commit is the given one.

    A workflow that runs for a fork is not told the number; these three facts it is told by GitHub
    itself, and not by what the pull request made.

    Args:
        forge: the repository that the pull request goes to.
        owner: login of the owner of the fork.
        branch: the branch in the fork.
        commit: id of the commit.

    Returns:
        ``None`` if it was closed since, or has a newer commit.

    Raises:
        ForgeError: GitHub refused to tell.
    """
    head = quote(f"{owner}:{branch}", safe="")
    for found in forge.pages(f"pulls?state=open&per_page=100&head={head}"):
        if found["head"]["sha"] == commit:
            return Pull(
                number=int(found["number"]),
                author=str((found.get("user") or {}).get("login") or "ghost"),
                base=str(found["base"]["ref"]),
                head=commit,
                body=str(found.get("body") or ""),
            )
    return None
