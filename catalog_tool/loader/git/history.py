"""Finds the entries that changed since a revision, and the day of each entry's last change."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import PurePosixPath

from catalog_tool.loader.file_names import may_be_entry
from catalog_tool.loader.git.command import GitError, commit_id, git_output, is_shallow
from catalog_tool.model.settings import SCHEMA_FILE, Settings
from catalog_tool.text.characters import escape_hidden

_DIFFERENT = "diff --name-only -z --relative --no-renames --no-ext-diff".split()
# A merged change counts from the day of the merge, because no reader saw it before.
_LANDED = "log --first-parent -m --name-only -z --relative --no-renames --no-ext-diff".split()
_BLAME = "blame --first-parent -w -M --porcelain --no-textconv".split()
_BLAMED = re.compile(r"^([0-9a-f]{40,64}) \d+ \d+", re.MULTILINE)
_COUNT = "rev-list --first-parent --count --end-of-options".split()
_UNTRACKED = "ls-files --others --exclude-standard -z".split()


def changed_entries(settings: Settings, revision: str) -> frozenset[str]:
    """Return the files that differ from a revision, with new ones, without deleted ones.

    These are partner files, and files in other folders that could be entries by their names.

    Args:
        settings: the catalog.
        revision: any name of a commit.

    Returns:
        Paths relative to the root of the catalog.

    Raises:
        GitError: there is no Git, no repository, or no such revision.
    """
    commit = commit_id(settings.root, revision)
    changed = _paths(settings, [*_DIFFERENT, "--diff-filter=d", commit], ".")
    untracked = _paths(settings, _UNTRACKED, ".")
    folder, depth = f"{settings.partners}/", _depth(settings)
    found = {*changed, *untracked} - {settings.published, SCHEMA_FILE}
    # A file in a subfolder isn't an entry; the check reports the subfolder.
    paths = (
        path
        if path.startswith(f"{settings.logos_path}/") or not path.startswith(folder)
        else "/".join(path.split("/")[:depth])
        for path in found
        if path.startswith(folder) or may_be_entry(path)
    )
    return frozenset(map(escape_hidden, paths))


def branching_point(settings: Settings, revision: str) -> str:
    """Return the id of the commit in which this branch left a revision.

    In a shallow clone, only the revision itself is known.

    Raises:
        GitError: there is no Git, no repository, or no such revision.
    """
    commit = commit_id(settings.root, revision)
    with suppress(GitError):
        commit = git_output(settings.root, ["merge-base", commit, "HEAD"]).strip()
    return commit


def removed_entries(settings: Settings, commit: str) -> frozenset[str]:
    """Return the partner files of a commit that are gone now.

    Args:
        settings: the catalog.
        commit: where this branch began; what another branch added since then was never here.

    Returns:
        Paths relative to the root of the catalog.

    Raises:
        GitError: Git can't list the changes.
    """
    removed = _paths(settings, [*_DIFFERENT, "--diff-filter=D", commit])
    depth = _depth(settings)
    logos = f"{settings.logos_path}/"
    return frozenset(
        path
        for path in removed
        if len(PurePosixPath(path).parts) == depth or path.startswith(logos)
    )


def change_days(settings: Settings) -> dict[str, str]:
    """Return the day on which each partner file last changed in the history of this branch.

    The day of a commit is in UTC, so that it is the same everywhere.

    Args:
        settings: the catalog.

    Returns:
        Days such as ``2026-05-04``, by path relative to the root of the catalog. A file with
        uncommitted changes has no day. There are no days without Git, outside a repository, and in
        a shallow clone, in which all files seem to be new.
    """
    try:
        if is_shallow(settings.root):
            return {}
        uncommitted = changed_entries(settings, "HEAD")
        landed = dict(_change_days(settings))
    except GitError:
        return {}
    return {path: day for path, day in landed.items() if day and path not in uncommitted}


def settled_in(settings: Settings, lines: Mapping[str, Iterable[int]]) -> dict[str, int]:
    """Return for each file the number of the commit in which the last of some lines got its text.

    Commits are counted along this branch, because the dates in them can be set by anyone. Moved and
    indented lines keep their commit.

    Args:
        settings: the catalog.
        lines: the numbers of lines, by the path of their file.

    Returns:
        The numbers by path. A line that isn't committed counts as the newest. There are none
        without Git, outside a repository, and in a shallow clone.
    """
    try:
        if is_shallow(settings.root):
            return {}
        return {path: _last_commit(settings, path, numbers) for path, numbers in lines.items()}
    except GitError:
        return {}


def _last_commit(settings: Settings, path: str, numbers: Iterable[int]) -> int:
    ranges = [f"-L{number},{number}" for number in numbers]
    blamed = git_output(settings.root, [*_BLAME, *ranges, "--", path])
    commits = {found[1] for found in _BLAMED.finditer(blamed)}
    if any(not commit.strip("0") for commit in commits):
        return sys.maxsize
    counts = (git_output(settings.root, [*_COUNT, commit]) for commit in commits)
    return max(map(int, counts))


def missing_history_note(settings: Settings) -> str:
    """Return a note for the owners if a shallow clone hides when entries changed, or ``""``."""
    with suppress(GitError):
        if is_shallow(settings.root):
            return (
                "This is a shallow clone, so Git doesn't know when entries changed: pages and"
                " feeds have no days. Run git fetch --unshallow first."
            )
    return ""


def _change_days(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each partner file with the day of a commit that changed it, the last commit last."""
    arguments = [*_LANDED, "--reverse", "--format=%x01%ct", "--", settings.partners]
    day = ""
    for part in git_output(settings.root, arguments).split("\0"):
        # No path starts with this character, because each is in the folder of partner files.
        if part.startswith("\x01"):
            day = day_of(int(part[1:]))
        elif path := part.removeprefix("\n"):
            yield path, day


def day_of(seconds: int) -> str:
    """Return the day of a commit, or ``""`` if its author set a time outside the calendar."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return ""


def _depth(settings: Settings) -> int:
    """Return the number of parts in the path of a partner file."""
    return len(PurePosixPath(settings.partners).parts) + 1


def _paths(settings: Settings, arguments: list[str], inside: str = "") -> Iterator[str]:
    whole = [*arguments, "--", inside or settings.partners]
    listed = git_output(settings.root, whole, failure="Git can't list the changes")
    return filter(None, listed.split("\0"))
