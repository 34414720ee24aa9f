"""Takes away what Python lacks on Windows, and runs a module.

``python tests/systems/windows.py MODULE ARGUMENTS``. Beside the names that are missing there, this
refuses what Windows refuses: to open a folder, and to remove or move what is open. Paths keep their
slashes, but text that a path is put into gets backslashes. Case doesn't distinguish the last name
of a path. Drives, junctions, and the lock itself (``LockFileEx``) aren't simulated.
"""

import errno
import os
import runpy
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any

import filelock  # noqa: F401 - imported first, so that it finds the lock of this system

MISSING_MODULES = ("fcntl", "resource")
MISSING_NAMES = "O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK fchmod pread pwrite".split()
OF_NAMES = ("link", "mkdir", "open", "remove", "rename", "replace", "rmdir", "stat", "unlink")
MOVING = {"remove", "rename", "replace", "unlink"}

Call = Callable[..., Any]


def simulate() -> None:
    """Make this process one on Windows, as far as that goes."""
    for module in MISSING_MODULES:
        vars(sys)["modules"][module] = None  # Python's way to refuse an import
    for name in MISSING_NAMES:
        delattr(os, name)
    for name in OF_NAMES:
        setattr(os, name, _by_path_only(name, getattr(os, name)))
    for name in ("listdir", "scandir"):
        setattr(os, name, _of_paths_only(getattr(os, name)))
    os.supports_dir_fd.clear()
    vars(shutil)["_use_fd_functions"] = False
    vars(tempfile)["TemporaryFile"] = tempfile.NamedTemporaryFile
    setattr(PurePath, "__format__", lambda self, _: str(self).replace("/", "\\"))  # noqa: B010 - mypy refuses an assignment


def _by_path_only(name: str, really: Call) -> Call:
    def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as what it replaces
        if any(
            options.pop(key, None) is not None for key in ("dir_fd", "src_dir_fd", "dst_dir_fd")
        ):
            raise NotImplementedError("dir_fd unavailable on this platform")
        arguments = (_in_any_case(arguments[0]), *arguments[1:])
        if name in MOVING:
            _refuse_open(arguments[0])
        if name == "open" and os.path.isdir(arguments[0]):  # noqa: PTH112 - as it was called
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), arguments[0])
        if name == "rename" and os.path.lexists(arguments[1]):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), arguments[1])
        return really(*arguments, **options)

    return call


def _of_paths_only(really: Call) -> Call:
    def call(path: Any = ".") -> Any:  # noqa: ANN401 - as what it replaces
        if isinstance(path, int):
            raise TypeError("listdir: path should be string, bytes, os.PathLike or None, not int")
        return really(path)

    return call


def _in_any_case(path: Any) -> Any:  # noqa: ANN401 - anything that names a file
    """Return the path under which the disk has what a path names."""
    if isinstance(path, int) or os.path.lexists(path):
        return path
    folder, name = os.path.split(os.fspath(path))
    with suppress(OSError):
        for each in os.listdir(folder or "."):  # noqa: PTH208 - a path calls what this replaces
            if each.casefold() == name.casefold():
                return os.path.join(folder, each)  # noqa: PTH118 - it may be bytes
    return path


def _refuse_open(path: Any) -> None:  # noqa: ANN401 - anything that names a file
    """Refuse a file that this process has open."""
    status = os.lstat(path)
    for descriptor in Path("/dev/fd").iterdir():
        opened = None
        with suppress(OSError):  # the one that listed them
            opened = os.fstat(int(descriptor.name))
        if opened and os.path.samestat(opened, status):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)


if __name__ == "__main__":
    simulate()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
