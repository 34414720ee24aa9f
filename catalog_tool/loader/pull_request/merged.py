"""The partner files as they will be once a pull request is merged, before anybody merges it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from catalog_tool.loader.files.tree import FileTree
from catalog_tool.loader.git.tree import GitTree
from catalog_tool.loader.pull_request.changes import ChangedFile


class MergedTree:
    """A :class:`~catalog_tool.loader.files.tree.FileTree`: one commit with the changes of another.

    What the pull request changes is as it has it, all else as the branch has it that it goes to:
    that branch may have gone on since.
    """

    def __init__(self, base: GitTree, head: GitTree, changes: Iterable[ChangedFile]) -> None:
        """Lay changes over a commit.

        Args:
            base: the branch that the pull request goes to.
            head: the pull request.
            changes: what it changes among the partner files.
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
        """Return kind and permissions of what is at a path; 0 where nothing is."""
        return 0 if self._is_gone.get(path) else self._of(path).mode(path)

    def read(self, path: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a regular file."""
        return self._of(path).read(path, most)

    def _of(self, path: str) -> FileTree:
        return self._head if path in self._is_gone else self._base
