"""Where the files of a catalog are read from: a folder on disk, or anything that looks like one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class FileTree(Protocol):
    """Files by their path, relative to the root of a catalog, with forward slashes."""

    def names(self, folder: str) -> Iterable[str]:
        """Return the names of everything directly in a folder.

        Raises:
            OSError: it is no folder that can be listed.
        """
        ...

    def mode(self, path: str) -> int:
        """Return kind and permissions of what is at a path, as :mod:`stat` has them; 0: nothing."""
        ...

    def read(self, path: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a regular file.

        Raises:
            OSError: it cannot be read, or is no regular file.
        """
        ...


@dataclass(frozen=True, slots=True)
class DiskTree:
    """The files below a folder on disk; links are neither followed nor opened."""

    root: Path = Path()

    def names(self, folder: str) -> Iterable[str]:
        """Return the names of everything directly in a folder."""
        return [path.name for path in (self.root / folder).iterdir()]

    def mode(self, path: str) -> int:
        """Return kind and permissions of what is at a path; 0 where nothing is."""
        try:
            return (self.root / path).lstat().st_mode
        except OSError:
            return 0

    def read(self, path: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a regular file."""
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        descriptor = os.open(self.root / path, flags)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError("It is no plain file any more")
            return file.read(most)
