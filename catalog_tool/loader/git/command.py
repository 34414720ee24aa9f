"""Runs Git without a shell; nothing in the repository is run, and names keep their bytes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import IO, cast

from catalog_tool.model.error import CatalogError

# Commits are read as they were committed, without local replacements and without fetching.
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
# Plumbing commands run no hooks and filters, and the options make sure of it. A blob above the
# threshold is streamed, so that a stranger's blob never fills the memory.
_OPTIONS = (
    "--literal-pathspecs",
    "--no-pager",
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.bigFileThreshold=1m"),
)


class GitError(CatalogError):
    """Git can't answer; the message says why."""


def git_output(folder: Path, arguments: Iterable[str]) -> str:
    """Return the output of Git; file names keep bytes that aren't UTF-8.

    Args:
        folder: where Git runs: in a repository, or anywhere if ``GIT_DIR`` names one.
        arguments: a Git command with its arguments.

    Raises:
        GitError: Git isn't installed.
        subprocess.CalledProcessError: Git fails.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell
            _command(folder, arguments), check=True, capture_output=True, env=_environment()
        )
    except FileNotFoundError as error:
        raise GitError("Git isn't installed.", "Install Git, and try again.") from error
    return os.fsdecode(done.stdout)


def git_output_start(folder: Path, arguments: Iterable[str], most: int) -> bytes:
    """Return at most the first ``most`` bytes of Git's output, then stop Git.

    Raises:
        GitError: Git failed before that, for example because objects are missing in a clone.
    """
    with start_git(folder, arguments) as process:
        beginning = cast("IO[bytes]", process.stdout).read(most)
        if len(beginning) == most:
            process.kill()
        # With half of a list, nobody would check the other half.
        elif process.wait():
            raise GitError("Git couldn't read everything. Objects may be missing in this clone.")
    return beginning


def start_git(
    folder: Path, arguments: Iterable[str], *, listens: bool = False
) -> subprocess.Popen[bytes]:
    """Start Git with its output in a pipe, and also its input if ``listens`` is true."""
    source = subprocess.PIPE if listens else subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 - no shell
        _command(folder, arguments),
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )


def _command(folder: Path, arguments: Iterable[str]) -> list[str]:
    return ["git", *_OPTIONS, "-C", os.fspath(folder), *arguments]


def _environment() -> dict[str, str]:
    return os.environ | _ENVIRONMENT


def commit_id(folder: Path, revision: str) -> str:
    """Return the id of the commit that a revision names.

    Args:
        folder: a folder in the repository.
        revision: any name of a commit; a name that looks like an option isn't accepted.

    Raises:
        GitError: there is no Git, no repository, or no such revision.
    """
    arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    try:
        return git_output(folder, arguments).strip()
    except (subprocess.CalledProcessError, ValueError) as error:
        said = git_message(error)
        reason = f": {said}" if said else ""
        raise GitError(f"Git can't find the revision {revision!r}{reason}.") from error


def merge_base(folder: Path, base: str, head: str) -> str:
    """Return the id of the last common commit of two revisions; if there are several, the first.

    Raises:
        GitError: see :func:`merge_bases`.
    """
    return merge_bases(folder, base, head)[0]


def merge_bases(folder: Path, base: str, head: str) -> list[str]:
    """Return the ids of the last common commits of two revisions.

    There are several if two branches were merged into each other.

    Args:
        folder: a folder in the repository.
        base: any name of a commit.
        head: any name of another commit.

    Raises:
        GitError: a revision is unknown, or no common commit is in this clone.
    """
    commits = [commit_id(folder, base), commit_id(folder, head)]
    try:
        return git_output(folder, ["merge-base", "--all", *commits]).split()
    except subprocess.CalledProcessError as error:
        message = f"{base!r} and {head!r} have no commit in common"
        if is_shallow(folder):
            message += " in this clone, which doesn't have the full history"
        raise GitError(f"{message}.") from error


def is_shallow(folder: Path) -> bool:
    """Return whether a repository is a shallow clone, without its full history."""
    return git_output(folder, ["rev-parse", "--is-shallow-repository"]).strip() != "false"


def git_message(error: Exception) -> str:
    """Return the error message of Git as one line."""
    stderr = error.stderr if isinstance(error, subprocess.CalledProcessError) else b""
    return " ".join(stderr.decode(errors="replace").split())
