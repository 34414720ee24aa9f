"""Lists all changes of a pull request from Git's objects.

GitHub's own list isn't used, because it ends after 3,000 files and shows renames where a stranger
wants them. A file counts if a merge would change it: it differs from the base branch and from a
common commit of both branches. Branches that were merged into each other have several common
commits, and each of them could hide a change that another one shows.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from catalog_tool.loader.git.command import GitError, git_output, git_output_start, merge_bases
from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.model.identifiers import is_left_by_a_program
from catalog_tool.model.settings import (
    EXCEPTIONS_FILE,
    FIELDS_FILE,
    FORMER_FILE,
    SCHEMA_FILE,
    VOCABULARY_FILE,
    Settings,
)

_LISTING = "diff-tree -r -z --raw --no-renames --ignore-submodules=none --end-of-options".split()
_LONGEST_LISTING = 32 * 1024 * 1024  # bytes: more than a hundred thousand long names
_EXECUTABLE = 0o100755
_KINDS = {
    VOCABULARY_FILE: FileKind.VOCABULARY,
    FORMER_FILE: FileKind.FORMER,
    FIELDS_FILE: FileKind.FIELDS,
    EXCEPTIONS_FILE: FileKind.EXCEPTIONS,
}
_ADDED = "A"
_DELETED = "D"


def changes_of(settings: Settings, base: str, head: str) -> tuple[ChangedFile, ...]:
    """Return what a merge would change, by path.

    Args:
        settings: the catalog, whose folder may be inside the repository.
        base: id of the commit that the pull request is merged into.
        head: id of its own last commit.

    Raises:
        GitError: Git fails, or there are too many changes to list.
    """
    root = settings.root
    touched = {
        path for before in merge_bases(root, base, head) for path in _differing(root, before, head)
    }
    differing = _differing(root, base, head)
    records = [(facts, path) for path, facts in differing.items() if path in touched]
    prefix = git_output(root, ["rev-parse", "--show-prefix"]).removesuffix("\n")
    found: dict[str, ChangedFile] = {}
    for each in _classify(settings, prefix, records):
        known = found.get(each.name)
        found[each.name] = _merge(known, each) if known else each
    return tuple(found[name] for name in sorted(found))


def _differing(root: Path, one: str, other: str) -> dict[str, str]:
    """Return each path that differs between two commits, with Git's modes and status.

    Raises:
        GitError: there are too many, or Git failed before the end.
    """
    listing = git_output_start(root, [*_LISTING, one, other], _LONGEST_LISTING)
    if len(listing) == _LONGEST_LISTING:
        raise GitError("The pull request changes too many files to list.")
    *parts, _end = os.fsdecode(listing).split("\0")
    return dict(zip(parts[1::2], parts[::2], strict=True))


def _classify(
    settings: Settings, prefix: str, records: Iterable[tuple[str, str]]
) -> Iterator[ChangedFile]:
    folder = f"{settings.partners}/"
    for facts, path in records:
        old_mode, new_mode, _, _, status = facts.removeprefix(":").split()
        name = _from_root(path, prefix)
        is_new, is_gone = status == _ADDED, status == _DELETED
        if name.startswith(folder):
            inside, _, deeper = name.removeprefix(folder).partition("/")
            # A folder may contain more than what changed in it.
            is_new, is_gone = is_new and not deeper, is_gone and not deeper
            name, kind = f"{folder}{inside}", _kind_of_partner_file(inside)
        else:
            is_generated = name in {settings.published, SCHEMA_FILE}
            kind = FileKind.GENERATED if is_generated else FileKind.OTHER
        is_executable = int(new_mode, 8) == _EXECUTABLE != int(old_mode, 8)
        yield ChangedFile(name, kind, is_new, is_gone, is_executable)


def _from_root(path: str, prefix: str) -> str:
    """Return a path of the repository relative to the root of the catalog."""
    if path.startswith(prefix):
        return path.removeprefix(prefix)
    return f"{'../' * len(Path(prefix).parts)}{path}"


def _kind_of_partner_file(file_name: str) -> FileKind:
    if is_left_by_a_program(file_name):
        return FileKind.LEFTOVER
    return _KINDS.get(file_name, FileKind.ENTRY)


def _merge(one: ChangedFile, other: ChangedFile) -> ChangedFile:
    """Return two changes at one path as one, such as a file that became a folder."""
    return ChangedFile(
        one.name,
        one.kind,
        one.is_new and other.is_new,
        one.is_gone and other.is_gone,
        one.is_executable or other.is_executable,
    )
