"""Lists all changes of a pull request: every path in which its merge differs from the base branch.

GitHub's own list isn't used, because it ends after 3,000 files, shows renames where a stranger
wants them, and starts at a common commit instead of the base branch.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator

from catalog_tool.loader.git.command import GitError, git_output_start, prefix_of
from catalog_tool.loader.git.merge import Merge, from_root
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


def changes_of(settings: Settings, merge: Merge) -> tuple[ChangedFile, ...]:
    """Return what a merge changes in the base branch, by path.

    Args:
        settings: the catalog, whose folder may be inside the repository.
        merge: the merge.

    Raises:
        GitError: Git fails, or there are too many changes to list.
    """
    found: dict[str, ChangedFile] = {}
    of_base = {path for _, path in _differing(settings, merge, merge.head)}
    for each in _classify(settings, _differing(settings, merge, merge.base), of_base):
        known = found.get(each.name)
        found[each.name] = _combine(known, each) if known else each
    return tuple(found[name] for name in sorted(found))


def _differing(settings: Settings, merge: Merge, commit: str) -> Iterable[tuple[str, str]]:
    """Return each path that differs between a commit and the merge, after Git's modes and status.

    Raises:
        GitError: there are too many, or Git failed before the end.
    """
    arguments = [*_LISTING, commit, merge.tree]
    listing = git_output_start(settings.root, arguments, _LONGEST_LISTING, merge.environment)
    if len(listing) == _LONGEST_LISTING:
        raise GitError("The pull request changes too many files to list.")
    *parts, _end = os.fsdecode(listing).split("\0")
    return zip(parts[::2], parts[1::2], strict=True)


def _classify(
    settings: Settings, records: Iterable[tuple[str, str]], of_base: Collection[str]
) -> Iterator[ChangedFile]:
    prefix = prefix_of(settings.root)
    folder = f"{settings.partners}/"
    for facts, path in records:
        name = from_root(path, prefix)
        old_mode, new_mode, _, _, status = facts.removeprefix(":").split()
        is_new, is_gone = status == _ADDED, status == _DELETED
        if name.startswith(folder):
            kept = (
                settings.logos_path
                if name.startswith(f"{settings.logos_path}/")
                else settings.partners
            )
            inside, _, deeper = name.removeprefix(f"{kept}/").partition("/")
            # A folder may contain more than what changed in it.
            is_new, is_gone = is_new and not deeper, is_gone and not deeper
            kind = _kind_of_partner_file(inside, is_logo=kept != settings.partners)
            name = f"{kept}/{inside}"
        else:
            is_generated = name in {settings.published, SCHEMA_FILE}
            kind = FileKind.GENERATED if is_generated else FileKind.OTHER
        is_executable = int(new_mode, 8) == _EXECUTABLE != int(old_mode, 8)
        yield ChangedFile(name, kind, is_new, is_gone, is_executable, path in of_base)


def _kind_of_partner_file(file_name: str, *, is_logo: bool) -> FileKind:
    if is_left_by_a_program(file_name):
        return FileKind.LEFTOVER
    if is_logo:
        return FileKind.LOGO
    return _KINDS.get(file_name, FileKind.ENTRY)


def _combine(one: ChangedFile, other: ChangedFile) -> ChangedFile:
    """Return two changes at one path as one, such as a file that became a folder."""
    return ChangedFile(
        one.name,
        one.kind,
        one.is_new and other.is_new,
        one.is_gone and other.is_gone,
        one.is_executable or other.is_executable,
        one.is_combined or other.is_combined,
    )
