"""Which entries changed since a revision, and when each was last changed, as Git sees it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

from catalog_tool.characters import escaped
from catalog_tool.settings import Settings

_CHANGED = "diff --name-only -z --relative --no-renames --no-ext-diff --diff-filter=d".split()
# What came in with a merge changed on the day of the merge: before that no reader saw it.
_LANDED = "log --first-parent -m --name-only -z --relative --no-renames --no-ext-diff".split()
_UNTRACKED = "ls-files --others --exclude-standard -z".split()


class HistoryError(Exception):
    """Git cannot tell what changed; the message says why."""


def changed_entries(settings: Settings, revision: str) -> frozenset[str]:
    """Return the partner files that differ from a revision, new ones included, deleted ones not.

    Args:
        settings: the catalog.
        revision: any name that Git knows a commit by.

    Returns:
        Paths relative to the root of the catalog.

    Raises:
        HistoryError: there is no Git, no repository or no such revision.
    """
    commit = _commit(settings, revision)
    changed = _paths(settings, [*_CHANGED, commit])
    untracked = _paths(settings, list(_UNTRACKED))
    # A file in a subfolder is no entry; the check reports the subfolder.
    depth = len(PurePosixPath(settings.partners).parts) + 1
    found = {*changed, *untracked}
    return frozenset(escaped("/".join(PurePosixPath(path).parts[:depth])) for path in found)


def change_days(settings: Settings) -> dict[str, str]:
    """Return the day on which each partner file last changed in the history of this branch.

    The day is that of the commit in UTC, so that the same commit says the same everywhere.

    Args:
        settings: the catalog.

    Returns:
        Days as ``2026-05-04``, by path relative to the root of the catalog. A file with changes
        that are not committed has no day. There is none at all without Git, outside a repository,
        and in a clone whose history was cut off, where all files seem to be new.
    """
    try:
        if _git(settings, ["rev-parse", "--is-shallow-repository"]).strip() != "false":
            return {}
        uncommitted = changed_entries(settings, "HEAD")
        landed = dict(_landed(settings))
    except (HistoryError, subprocess.CalledProcessError):
        return {}
    return {path: day for path, day in landed.items() if day and path not in uncommitted}


def _landed(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each partner file with the day of a commit that changed it, the last commit last."""
    arguments = [*_LANDED, "--reverse", "--format=%x01%ct", "--", settings.partners]
    day = ""
    for part in _git(settings, arguments).split("\0"):
        # No path begins so: each lies below the folder of the partner files.
        if part.startswith("\x01"):
            day = _day(int(part[1:]))
        elif path := part.removeprefix("\n"):
            yield path, day


def _day(seconds: int) -> str:
    """Return the day of a commit, or nothing where its author wrote a time that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return ""


def _commit(settings: Settings, revision: str) -> str:
    # A revision that looks like an option is none.
    arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    try:
        return _git(settings, arguments).strip()
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        reason = f": {said}" if said else ""
        raise HistoryError(f"Git does not know the revision {revision!r}{reason}.") from error


def _paths(settings: Settings, arguments: list[str]) -> Iterator[str]:
    try:
        listed = _git(settings, [*arguments, "--", settings.partners])
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise HistoryError(f"Git cannot list what changed: {said}") from error
    return filter(None, listed.split("\0"))


def _git(settings: Settings, arguments: list[str]) -> str:
    """Run Git in the root of the catalog; file names keep bytes that are not UTF-8."""
    command = ["git", "--literal-pathspecs", "-C", os.fspath(settings.root), *arguments]
    try:
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - no shell
    except FileNotFoundError as error:
        raise HistoryError("Git is not installed, and --since asks it.") from error
    return os.fsdecode(done.stdout)
