"""Places to write to, and the temporary files next to them, under names that nothing else uses.

These names begin with a dot and end with ``~``, like backup files of editors, so Git, the check,
and readers ignore them. If a run is killed, some of them remain, and the next run removes them.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.loader.files.folders import open_folder
from catalog_tool.loader.files.system import Folder
from catalog_tool.writer.refused import WriteRefusedError

_OLD = "old-"
_TOKEN = "[0-9a-f]{16}"  # noqa: S105 - a pattern of names
_LEFT = re.compile(rf"\.(?P<target>.+)\.catalog-(?P<kind>lock|(?:{_OLD})?{_TOKEN})~", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A name in an open folder, so that no link on the way to it is followed.

    Attributes:
        folder: the folder.
        path: the path that people see.
    """

    folder: Folder
    path: Path

    @property
    def name(self) -> str:
        """Its name in the folder."""
        return self.path.name

    @property
    def lock(self) -> Place:
        """The file that is locked while it's written."""
        return self._beside("lock")

    def new(self) -> Place:
        """Return an unguessable place for its replacement."""
        return self._beside(os.urandom(8).hex())

    def old(self) -> Place:
        """Return a place for what was there before."""
        return self._beside(f"{_OLD}{os.urandom(8).hex()}")

    def status(self) -> os.stat_result | None:
        """Return what the system says about what is there; ``None`` if nothing is."""
        try:
            return self.folder.status(self.name)
        except FileNotFoundError:
            return None

    def mode(self) -> int:
        """Return the kind and permissions of what is there; 0 if nothing is."""
        status = self.status()
        return status.st_mode if status else 0

    def open(self, flags: int, mode: int = 0o666) -> int:
        """Open it without following it, and return a descriptor."""
        return self.folder.open(self.name, flags, mode)

    def move(self, target: Place) -> None:
        """Rename it to another place, which it replaces."""
        old, new = self.folder, target.folder
        names = old.at(self.name), new.at(target.name)
        os.replace(*names, src_dir_fd=old.descriptor, dst_dir_fd=new.descriptor)

    def remove(self) -> None:
        """Remove the file; if that fails, it is left to the next run."""
        with suppress(OSError):
            os.unlink(self.folder.at(self.name), dir_fd=self.folder.descriptor)

    def _beside(self, kind: str) -> Place:
        return Place(self.folder, self.path.with_name(f".{self.name}.catalog-{kind}~"))


@contextmanager
def open_place(path: Path) -> Iterator[Place]:
    """Open the folder of a path that the user named."""
    with open_folder(path.parent) as folder:
        yield Place(folder, path)


def require_plain(mode: int, path: Path) -> None:
    """Make sure that a path is a plain file, or free.

    Raises:
        WriteRefusedError: it is a link, a folder, or a device.
    """
    if mode and not stat.S_ISREG(mode):
        raise WriteRefusedError(
            f"{path.as_posix()} is a link, a folder, or a device, not a plain file."
        )


def put_back(target: Place) -> None:
    """Restore a target if a run was killed right after moving it aside.

    Only the one writer of the target may call this and :func:`clear_leftovers`.

    Raises:
        OSError: it can't be moved.
    """
    if target.mode():
        return
    for old in _leftovers(target.folder, {target.name}, _OLD):
        Place(target.folder, target.path.with_name(old)).move(target)
        return


def targets_with_leftovers(folder: Folder, names: Collection[str]) -> set[str]:
    """Return the targets in a folder that have temporary files, even of a running command."""
    return {
        found["target"]
        for name in folder.names()
        if (found := _LEFT.fullmatch(name)) and found["target"] in names
    }


def clear_leftovers(folder: Folder, names: Collection[str]) -> None:
    """Remove what killed runs left next to targets of a folder, as far as possible."""
    for name in _leftovers(folder, names):
        try:
            os.unlink(folder.at(name), dir_fd=folder.descriptor)
        except OSError:
            shutil.rmtree(folder.at(name), ignore_errors=True, dir_fd=folder.descriptor)


def _leftovers(
    folder: Folder, names: Collection[str], kinds: str = f"(?:{_OLD})?"
) -> Iterator[str]:
    """Yield the names of temporary files of targets, except their locks."""
    for name in sorted(folder.names()):
        found = _LEFT.fullmatch(name)
        if found and found["target"] in names and re.fullmatch(kinds + _TOKEN, found["kind"]):
            yield name
