"""Which entries changed since a revision, as Git sees it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import PurePosixPath

from catalog_tool.characters import escaped
from catalog_tool.settings import Settings

_CHANGED = "diff --name-only -z --relative --no-renames --no-ext-diff --diff-filter=d".split()
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
