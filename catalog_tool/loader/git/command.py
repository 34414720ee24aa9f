"""How Git is called: no shell, nothing of the repository is run, names keep their bytes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import IO, cast

from catalog_tool.model.error import CatalogError

# What a commit holds is read as it was committed: not as a local replacement shows it, and not
# fetched from somewhere on the way.
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
# Plumbing runs no hook and no filter; the options say so once more. A blob above the threshold is
# streamed, so that one that a stranger committed never fills the memory.
_OPTIONS = (
    "--literal-pathspecs",
    "--no-pager",
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.bigFileThreshold=1m"),
)


class GitError(CatalogError):
    """Git cannot tell what was asked; the message says why."""


def git_output(folder: Path, arguments: Iterable[str]) -> str:
    """Return what Git prints; file names keep bytes that are not UTF-8.

    Args:
        folder: where Git runs: in a repository, or anywhere if ``GIT_DIR`` names one.
        arguments: a command of Git with its arguments.

    Raises:
        GitError: there is no Git.
        subprocess.CalledProcessError: Git fails.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell
            _command(folder, arguments), check=True, capture_output=True, env=_environment()
        )
    except FileNotFoundError as error:
        raise GitError("Git is not installed, and it knows what changed.") from error
    return os.fsdecode(done.stdout)


def git_output_start(folder: Path, arguments: Iterable[str], most: int) -> bytes:
    """Return at most the first ``most`` bytes that Git prints; it is stopped then.

    Raises:
        GitError: Git failed before that, as it does where objects are missing in a clone.
    """
    with start_git(folder, arguments) as process:
        beginning = cast("IO[bytes]", process.stdout).read(most)
        if len(beginning) == most:
            process.kill()
        # Half a list would let the other half pass unseen.
        elif process.wait():
            raise GitError("Git cannot read all of it; are objects missing in this clone?")
    return beginning


def start_git(
    folder: Path, arguments: Iterable[str], *, listens: bool = False
) -> subprocess.Popen[bytes]:
    """Start Git with its output in a pipe, and its input too if it ``listens``."""
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
        revision: any name that Git knows a commit by; one that looks like an option is none.

    Raises:
        GitError: there is no Git, no repository or no such revision.
    """
    arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    try:
        return git_output(folder, arguments).strip()
    except (subprocess.CalledProcessError, ValueError) as error:
        said = git_message(error)
        reason = f": {said}" if said else ""
        raise GitError(f"Git does not know the revision {revision!r}{reason}.") from error


def merge_base(folder: Path, base: str, head: str) -> str:
    """Return the id of the last commit that two revisions share, of several the first.

    Raises:
        GitError: as :func:`merge_bases`.
    """
    return merge_bases(folder, base, head)[0]


def merge_bases(folder: Path, base: str, head: str) -> list[str]:
    """Return the ids of the last commits that two revisions share.

    There are several where branches were merged into each other crosswise.

    Args:
        folder: a folder in the repository.
        base: a name that Git knows a commit by.
        head: another one.

    Raises:
        GitError: a revision is unknown, they share no commit, or the shared one is not here.
    """
    commits = [commit_id(folder, base), commit_id(folder, head)]
    try:
        return git_output(folder, ["merge-base", "--all", *commits]).split()
    except subprocess.CalledProcessError as error:
        message = f"{base!r} and {head!r} share no commit"
        if is_shallow(folder):
            message += " in this clone, whose history is cut off"
        raise GitError(f"{message}.") from error


def is_shallow(folder: Path) -> bool:
    """Return whether the history of a repository is cut off."""
    return git_output(folder, ["rev-parse", "--is-shallow-repository"]).strip() != "false"


def git_message(error: Exception) -> str:
    """Return what Git said when it failed, as one line of text."""
    stderr = error.stderr if isinstance(error, subprocess.CalledProcessError) else b""
    return " ".join(stderr.decode(errors="replace").split())
