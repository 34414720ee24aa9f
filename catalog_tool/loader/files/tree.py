"""Trees from which the files of a catalog are read, such as a folder on disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from catalog_tool.loader.files.folders import LinkRefusedError, open_folder


class FileTree(Protocol):
    """Files by their path, relative to the root of a catalog, with forward slashes."""

    def names(self, folder: str) -> Iterable[str]:
        """Return the names of everything directly in a folder.

        Raises:
            OSError: the folder can't be listed.
        """
        ...

    def mode(self, path: str) -> int:
        """Return the kind and permissions of a path as in :mod:`stat`; 0 if there is nothing."""
        ...

    def read(self, path: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a regular file.

        Raises:
            OSError: the file can't be read or isn't a regular file.
        """
        ...


@dataclass(frozen=True, slots=True)
class DiskTree:
    """The files below a folder on disk; no link below it is followed or opened.

    Every folder on the way to a file is opened by itself, so that nobody can put a link there
    between a check and its use, if the system offers that.
    """

    root: Path = Path()

    def names(self, folder: str) -> Iterable[str]:
        """Return the names of everything directly in a folder."""
        with open_folder(self.root, folder) as place:
            return place.names()

    def mode(self, path: str) -> int:
        """Return the kind and permissions of a path; 0 if there is nothing.

        Raises:
            LinkRefusedError: a folder on the way is a link.
        """
        folder, _, name = path.rpartition("/")
        try:
            with open_folder(self.root, folder) as place:
                return place.status(name).st_mode
        except LinkRefusedError:
            raise
        except OSError:
            return 0

    def read(self, path: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a regular file."""
        folder, _, name = path.rpartition("/")
        with open_folder(self.root, folder) as place:
            # Before it's opened, because a pipe would notice that.
            _require_plain(place.status(name))
            descriptor = place.open(name)
        with os.fdopen(descriptor, "rb") as file:
            _require_plain(os.fstat(descriptor))
            return file.read(most)


def _require_plain(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError("It isn't a plain file")


@dataclass(frozen=True)
class ChangedTree:
    """Another tree with some changes that aren't written to it.

    Attributes:
        base: the files as they are.
        texts: the text of each changed or new file, by its path in ``base``.
        renamed: the new path of each renamed file, by its path in ``base``.
    """

    base: FileTree
    texts: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    def names(self, folder: str) -> Iterable[str]:
        """Return the names of everything directly in a folder, which can be new."""
        now = (self.renamed.get(path, path).rpartition("/") for path in self._paths(folder))
        return [name for place, _, name in now if place == folder]

    def _paths(self, folder: str) -> set[str]:
        """Return the paths in ``base`` of all that may be in a folder."""
        changed = {*self.texts, *self.renamed}
        try:
            listed = self.base.names(folder)
        except FileNotFoundError:
            if not any(path.rpartition("/")[0] == folder for path in self.texts):
                raise
            return changed
        return {f"{folder}/{name}" if folder else name for name in listed} | changed

    def mode(self, path: str) -> int:
        """Return the kind and permissions of a path; 0 if there is nothing."""
        before = self.path_before(path)
        if before == path and path in self.renamed:
            return 0
        is_written = before in self.texts
        return self.base.mode(before) or (stat.S_IFREG | 0o644 if is_written else 0)

    def read(self, path: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a regular file."""
        before = self.path_before(path)
        text = self.texts.get(before)
        return self.base.read(before, most) if text is None else text.encode()[:most]

    def path_before(self, path: str) -> str:
        """Return the path in ``base`` of the file at a path."""
        return self._paths_before.get(path, path)

    @cached_property
    def _paths_before(self) -> Mapping[str, str]:
        return {new: old for old, new in self.renamed.items()}
