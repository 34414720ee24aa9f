"""Commits and pushes one changed file, without changing the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import IO, cast

from catalog_tool.loader.git.command import (
    GitError,
    commit_id,
    git_output,
    merge_base,
    prefix_of,
    start_git,
)

AUTHOR = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>"
"""The author that GitHub shows for commits of workflows."""


def push_file(folder: Path, path: str, text: str, message: str, branch: str) -> str:
    """Commit one file on top of ``HEAD``, and push the commit to a branch of the remote.

    The commit replaces the branch.

    Args:
        folder: the root of the catalog, in a checkout.
        path: the file, relative to that folder.
        text: the new text of the file.
        message: the commit message.
        branch: name of the branch.

    Returns:
        The id of the commit.

    Raises:
        GitError: Git failed.
    """
    place = f"{prefix_of(folder)}{path}"
    reference = f"refs/catalog/{branch}"
    parent = commit_id(folder, "HEAD")
    stream = (
        f"commit {reference}\ncommitter {AUTHOR} now\n{_data_block(message)}"
        f'from {parent}\nM 100644 inline "{place}"\n{_data_block(text)}'
    )
    options = ["fast-import", "--quiet", "--force", "--date-format=now"]
    with start_git(folder, options, listens=True) as process:
        cast("IO[bytes]", process.stdin).write(stream.encode())
        cast("IO[bytes]", process.stdin).close()
        if process.wait():
            raise GitError("Git couldn't create the commit.")
    refspec = f"+{reference}:refs/heads/{branch}"
    failure = f"Git couldn't push {branch}"
    git_output(folder, ["push", "--quiet", "origin", refspec], failure=failure)
    return commit_id(folder, reference)


def is_only_change(folder: Path, commit: str, path: str, text: str) -> bool:
    """Return whether a branch changes exactly one file, to a text.

    Args:
        folder: the root of the catalog, in a checkout of the branch to merge into.
        commit: id of the last commit of the branch.
        path: the file, relative to the root of the catalog.
        text: the text that it may have.

    Raises:
        GitError: the commits have no common commit in this clone.
    """
    start, place = merge_base(folder, "HEAD", commit), f"{prefix_of(folder)}{path}"
    changed = git_output(folder, ["diff-tree", "-r", "-z", "--name-only", start, commit])
    if changed != f"{place}\0":
        return False
    return git_output(folder, ["cat-file", "blob", f"{commit}:{place}"]) == text


def _data_block(text: str) -> str:
    """Return a text for fast-import, preceded by its length, so that it can contain anything."""
    return f"data {len(text.encode())}\n{text}\n"
