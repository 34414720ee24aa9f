"""What the operating system offers to open files without following links, and what replaces it.

Linux and macOS open a file by its name in an open folder, and refuse a link while they open it.
Windows can do neither, so a path is looked at before and after it is opened. Someone who can write
to the folders of a catalog could put a link there in between.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

CAN_OPEN_FOLDERS = hasattr(os, "O_DIRECTORY") and {os.open, os.stat} <= os.supports_dir_fd
"""Whether the system opens folders. If not, it doesn't remove or rename open files either."""

_REFUSES_LINKS = hasattr(os, "O_NOFOLLOW")
_FOLDER = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_FILE = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)  # otherwise, Windows translates line endings
)
_JUNCTION = 0xA0000003  # Windows: IO_REPARSE_TAG_MOUNT_POINT in winnt.h
_SPARE_DESCRIPTORS = 200


@dataclass(frozen=True, slots=True)
class Folder:
    """An open folder, in which files are found by name.

    Attributes:
        path: the path that people see.
        descriptor: what functions of :mod:`os` take as ``dir_fd``, together with :meth:`at`;
            ``None`` if the system can't open folders.
    """

    path: Path
    descriptor: int | None = None

    def at(self, name: str) -> str:
        """Return what functions of :mod:`os` take as the path of a name."""
        if self.descriptor is not None:
            return name
        # On Windows, also a name can lead elsewhere: it may have a drive or backslashes.
        _require(Path(name).name == name != "", errno.ENOENT, self.path / name)
        return os.fspath(self.path / name)

    def names(self) -> list[str]:
        """Return the names of everything in it."""
        return os.listdir(self.path if self.descriptor is None else self.descriptor)  # noqa: PTH208 - a descriptor is no path

    def status(self, name: str) -> os.stat_result:
        """Return what the system says about a name, which isn't followed."""
        return os.stat(self.at(name), dir_fd=self.descriptor, follow_symlinks=False)

    def open(self, name: str, flags: int = os.O_RDONLY, mode: int = 0o666) -> int:
        """Open a file without following it or waiting for a pipe, and return a descriptor."""
        if not _REFUSES_LINKS:
            with suppress(FileNotFoundError):
                _require(not is_link(self.status(name)), errno.ELOOP, self.path / name)
        descriptor = os.open(self.at(name), flags | _FILE, mode, dir_fd=self.descriptor)
        if not _REFUSES_LINKS:
            is_same = os.path.samestat(os.fstat(descriptor), self.status(name))
            _require(is_same, errno.ELOOP, self.path / name)
        return descriptor

    def open_folder(self, name: str) -> Folder:
        """Open a folder in it, which isn't followed."""
        path = self.path / name
        if self.descriptor is not None:
            flags = _FOLDER | os.O_NOFOLLOW
            return Folder(path, os.open(name, flags, dir_fd=self.descriptor))
        _require(not is_link(self.status(name)), errno.ELOOP, path)
        return open_root(path)

    def close(self) -> None:
        """Close it."""
        if self.descriptor is not None:
            os.close(self.descriptor)


def open_root(path: Path) -> Folder:
    """Open a folder by its path; links on the way to it are followed."""
    if CAN_OPEN_FOLDERS:
        return Folder(path, os.open(path, _FOLDER))
    _require(stat.S_ISDIR(path.stat().st_mode), errno.ENOTDIR, path)
    return Folder(path)


def is_link(status: os.stat_result) -> bool:
    """Return whether something leads elsewhere: a symbolic link, or a junction of Windows."""
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def set_permissions(descriptor: int, mode: int) -> None:
    """Give an open file permissions, on systems whose files have them."""
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(mode))


def allow_open_files(number: int) -> None:
    """Raise the limit of open files, as far as the system allows."""
    try:
        import resource  # noqa: PLC0415 - Windows doesn't have it
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = number + _SPARE_DESCRIPTORS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _require(holds: bool, number: int, path: Path) -> None:  # noqa: FBT001 - it is the condition
    if not holds:
        raise OSError(number, os.strerror(number), path.as_posix())
