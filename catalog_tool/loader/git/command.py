"""Runs Git without a shell; nothing in the repository is run, and names keep their bytes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, cast

from catalog_tool.model.error import CatalogError

# Commits are read as they were committed, without local replacements and without fetching.
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",  # what Git says is shown, and the language of commands is English
}
_NOT_USABLE = {
    "not a git repository": (
        "isn't in a Git repository",
        "Run this command in a clone of the catalog's repository.",
    ),
    "dubious ownership": (
        "belongs to somebody else, so Git doesn't use it",
        "If you trust it, run: git config --global --add safe.directory {}",
    ),
}
"""What Git says about a folder, and what that means."""
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


def git_output(
    folder: Path,
    arguments: Iterable[str],
    environment: Mapping[str, str] = os.environ,
    *,
    failure: str = "Git failed",
) -> str:
    """Return the output of Git; file names keep bytes that aren't UTF-8.

    Args:
        folder: where Git runs: in a repository, or anywhere if ``GIT_DIR`` names one.
        arguments: a Git command with its arguments.
        environment: the variables that Git gets, in addition to ours.
        failure: what to say before Git's own message if it fails.

    Raises:
        GitError: Git isn't installed, or it fails.
    """
    command, variables = _command(folder, arguments), _variables(environment)
    try:
        done = subprocess.run(command, check=True, capture_output=True, env=variables)  # noqa: S603 - no shell
    except FileNotFoundError as error:
        raise GitError("Git isn't installed.", "Install Git, and try again.") from error
    except (subprocess.CalledProcessError, ValueError) as error:
        stderr = error.stderr if isinstance(error, subprocess.CalledProcessError) else b""
        said = " ".join(stderr.decode(errors="replace").split())
        for words, (problem, hint) in _NOT_USABLE.items():
            if words in said:
                place = folder.resolve().as_posix()
                raise GitError(f"{place} {problem}.", hint.format(place)) from error
        raise GitError(f"{failure}: {said}".rstrip(": .") + ".") from error
    return os.fsdecode(done.stdout)


def git_output_start(
    folder: Path, arguments: Iterable[str], most: int, environment: Mapping[str, str] = os.environ
) -> bytes:
    """Return at most the first ``most`` bytes of Git's output, then stop Git.

    Raises:
        GitError: Git failed before that, for example because objects are missing in a clone.
    """
    with start_git(folder, arguments, environment) as process:
        beginning = cast("IO[bytes]", process.stdout).read(most)
        if len(beginning) == most:
            process.kill()
        # With half of a list, nobody would check the other half.
        elif process.wait():
            raise GitError("Git couldn't read everything. Objects may be missing in this clone.")
    return beginning


def start_git(
    folder: Path,
    arguments: Iterable[str],
    environment: Mapping[str, str] = os.environ,
    *,
    listens: bool = False,
    given: IO[bytes] | None = None,
) -> subprocess.Popen[bytes]:
    """Start Git with its output in a pipe.

    Args:
        folder: where Git runs.
        arguments: a Git command with its arguments.
        environment: the variables that Git gets, in addition to ours.
        listens: whether its input is a pipe, too.
        given: a file to take as its input instead.
    """
    source = given or (subprocess.PIPE if listens else subprocess.DEVNULL)
    return subprocess.Popen(  # noqa: S603 - no shell
        _command(folder, arguments),
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_variables(environment),
    )


def run_git(
    folder: Path,
    arguments: Iterable[str],
    output: IO[bytes],
    seconds: float,
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Run Git with its output in a file, and return its exit code.

    Raises:
        GitError: Git took longer than ``seconds``; it was stopped.
    """
    try:
        return subprocess.run(  # noqa: S603 - no shell
            _command(folder, arguments),
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env=_variables(environment),
            timeout=seconds,
        ).returncode
    except subprocess.TimeoutExpired as error:
        raise GitError(f"Git was stopped because it took longer than {seconds} seconds.") from error


def _command(folder: Path, arguments: Iterable[str]) -> list[str]:
    return ["git", *_OPTIONS, "-C", os.fspath(folder), *arguments]


def _variables(environment: Mapping[str, str]) -> dict[str, str]:
    return {**environment, **_ENVIRONMENT}


def commit_id(folder: Path, revision: str) -> str:
    """Return the id of the commit that a revision names.

    Args:
        folder: a folder in the repository.
        revision: any name of a commit; a name that looks like an option isn't accepted.

    Raises:
        GitError: there is no Git, no repository, or no such revision.
    """
    return object_id(folder, revision, "commit")


def object_id(
    folder: Path, revision: str, kind: str, environment: Mapping[str, str] = os.environ
) -> str:
    """Return the id of the commit or tree that a revision names.

    Raises:
        GitError: see :func:`commit_id`.
    """
    arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{{kind}}}"]
    failure = f"Git can't find the revision {revision!r}"
    return git_output(folder, arguments, environment, failure=failure).strip()


def prefix_of(folder: Path) -> str:
    """Return the path of a folder in its repository: ``""``, or a path that ends with a slash."""
    return git_output(folder, ["rev-parse", "--show-prefix"]).removesuffix("\n")


def merge_base(folder: Path, base: str, head: str) -> str:
    """Return the id of the last common commit of two revisions; if there are several, one of them.

    Args:
        folder: a folder in the repository.
        base: any name of a commit.
        head: any name of another commit.

    Raises:
        GitError: a revision is unknown, or no common commit is in this clone.
    """
    commits = [commit_id(folder, base), commit_id(folder, head)]
    try:
        return git_output(folder, ["merge-base", *commits]).strip()
    except GitError as error:
        message = f"{base!r} and {head!r} have no commit in common"
        if is_shallow(folder):
            message += " in this clone, which doesn't have the full history"
        raise GitError(f"{message}.") from error


def is_shallow(folder: Path) -> bool:
    """Return whether a repository is a shallow clone, without its full history."""
    return git_output(folder, ["rev-parse", "--is-shallow-repository"]).strip() != "false"
