"""The partner files as they will be after a pull request is merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from catalog_tool.loader.files.tree import FileTree
from catalog_tool.loader.git.tree import GitTree
from catalog_tool.loader.pull_request.changes import ChangedFile


class MergedTree:
    """A :class:`~catalog_tool.loader.files.tree.FileTree`: one commit with the changes of another.

    Files that the pull request changes come from the pull request. All others come from the base
    branch, which may have new commits.
    """

    def __init__(self, base: GitTree, head: GitTree, changes: Iterable[ChangedFile]) -> None:
        """Apply changes to a commit.

        Args:
            base: the branch that the pull request is merged into.
            head: the pull request.
            changes: its changes of partner files.
        """
        self._base = base
        self._head = head
        self._is_gone: Mapping[str, bool] = {each.name: each.is_gone for each in changes}

    def names(self, folder: str) -> Iterable[str]:
        """Return the names of everything directly in a folder."""
        changed = {
            name.removeprefix(f"{folder}/"): is_gone for name, is_gone in self._is_gone.items()
        }
        kept = [name for name in self._base.files(folder) if name not in changed]
        return [*kept, *(name for name, is_gone in changed.items() if not is_gone)]

    def mode(self, path: str) -> int:
        """Return the kind and permissions of a path; 0 if there is nothing."""
        return 0 if self._is_gone.get(path) else self._of(path).mode(path)

    def read(self, path: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a regular file."""
        return self._of(path).read(path, most)

    def _of(self, path: str) -> FileTree:
        return self._head if path in self._is_gone else self._base
