"""A commit with one changed file, made and pushed without touching the checkout."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import IO, cast

from catalog_tool.loader.git.command import GitError, commit_id, git_message, git_output, start_git

AUTHOR = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>"
"""Whom GitHub shows as the author of what workflows write."""


def pushed(folder: Path, path: str, text: str, message: str, branch: str) -> None:
    """Commit one file on top of what is checked out, and push that to a branch of the remote.

    What the branch had before is replaced.

    Args:
        folder: the root of the catalog, in a checkout.
        path: the file, relative to that folder.
        text: what it shall say.
        message: of the commit.
        branch: name of the branch.

    Raises:
        GitError: Git could not do it.
    """
    place = git_output(folder, ["rev-parse", "--show-prefix"]).rstrip("\n") + path
    reference = f"refs/catalog/{branch}"
    parent = commit_id(folder, "HEAD")
    stream = (
        f"commit {reference}\ncommitter {AUTHOR} now\n{_counted(message)}"
        f'from {parent}\nM 100644 inline "{place}"\n{_counted(text)}'
    )
    options = ["fast-import", "--quiet", "--force", "--date-format=now"]
    with start_git(folder, options, listens=True) as process:
        cast("IO[bytes]", process.stdin).write(stream.encode())
        cast("IO[bytes]", process.stdin).close()
        if process.wait():
            raise GitError("Git could not make the commit.")
    refspec = f"+{reference}:refs/heads/{branch}"
    try:
        git_output(folder, ["push", "--quiet", "origin", refspec])
    except subprocess.CalledProcessError as error:
        raise GitError(f"Git could not push {branch}: {git_message(error)}") from error


def _counted(text: str) -> str:
    """Return a text as fast-import takes it: after its length, so that it can hold anything."""
    return f"data {len(text.encode())}\n{text}\n"
