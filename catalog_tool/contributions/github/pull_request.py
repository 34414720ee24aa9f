"""Finds the open pull request of a commit, and fetches its commits."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from catalog_tool.contributions.github.client import Forge
from catalog_tool.loader.git.command import GitError, commit_id, git_message, git_output


@dataclass(frozen=True)
class Pull:
    """An open pull request, as GitHub knows it.

    Attributes:
        number: its number.
        author: login of its author.
        head: id of its last commit.
        body: its description.
        association: how GitHub knows its author.
    """

    number: int
    author: str
    head: str
    body: str
    association: str = ""


def open_pull(forge: Forge, owner: str, branch: str, commit: str, base: str) -> Pull | None:
    """Return the open pull request from one branch to another that ends with a commit.

    A workflow for a fork doesn't know the number of the pull request. It gets owner, branch and
    commit from GitHub, and not from the pull request. A branch can have several pull requests, but
    only one to ``base``.

    Args:
        forge: the repository to merge into.
        owner: login of the owner of the fork.
        branch: the branch in the fork.
        commit: id of the commit.
        base: name of the branch to merge into.

    Returns:
        The pull request; ``None`` if it doesn't exist, was closed, or has a newer commit.

    Raises:
        ForgeError: GitHub refused it.
    """
    head = quote(f"{owner}:{branch}", safe="")
    asked = f"pulls?state=open&per_page=100&head={head}&base={quote(base, safe='')}"
    for found in forge.pages(asked):
        if found["head"]["sha"] == commit and found["base"]["ref"] == base:
            return Pull(
                number=int(found["number"]),
                author=str((found.get("user") or {}).get("login") or "ghost"),
                head=commit,
                body=str(found.get("body") or ""),
                association=str(found.get("author_association") or ""),
            )
    return None


def fetch_pull(pull: Pull, folder: Path) -> str:
    """Fetch the commits of a pull request as Git objects, and return the id of the last one.

    Args:
        pull: the pull request.
        folder: a checkout of the repository to merge into; its files don't change.

    Raises:
        GitError: Git could not fetch it.
    """
    reference = f"refs/catalog/pull/{pull.number}"
    refspec = f"+refs/pull/{pull.number}/head:{reference}"
    options = "--quiet --no-tags --no-recurse-submodules --no-auto-gc".split()
    try:
        git_output(folder, ["fetch", *options, "origin", refspec])
    except subprocess.CalledProcessError as error:
        raise GitError(f"Git couldn't fetch the pull request: {git_message(error)}") from error
    return commit_id(folder, reference)
