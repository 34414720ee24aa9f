"""Opens the folders of a catalog one by one, so that no link on the way leads outside."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_NOT_FOLLOWED = {errno.ELOOP, errno.ENOTDIR}  # Linux reports the second, macOS the first


class LinkRefusedError(OSError):
    """A folder on the way is a symbolic link."""


@contextmanager
def open_folder(root: Path, inside: str = "", *, create: bool = False) -> Iterator[int]:
    """Yield a descriptor of a folder, from which its files can be opened by name.

    Args:
        root: a folder that the user named; links on the way to it are followed.
        inside: path of the folder in ``root``, with forward slashes; no link in it is followed.
        create: whether to create the missing folders in ``root``.

    Raises:
        LinkRefusedError: a folder in ``root`` is a link.
        OSError: a folder can't be opened or created, or ``inside`` leads outside.
    """
    here = root
    descriptor = os.open(root, _FOLDER)
    try:
        for part in PurePosixPath(inside).parts:
            here /= part
            outer, descriptor = descriptor, _open_inside(descriptor, part, here, create=create)
            os.close(outer)
        yield descriptor
    finally:
        os.close(descriptor)


def _open_inside(folder: int, name: str, shown: Path, *, create: bool) -> int:
    if name in {"..", "/"}:
        raise OSError(errno.EINVAL, "This is outside the catalog", str(shown))
    try:
        if create:
            with suppress(FileExistsError):
                os.mkdir(name, dir_fd=folder)
        return os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=folder)
    except OSError as error:
        if error.errno in _NOT_FOLLOWED and _is_link(folder, name):
            reason = "This is a symbolic link. catalog follows no links inside a catalog"
            raise LinkRefusedError(errno.ELOOP, reason, str(shown)) from error
        raise OSError(error.errno, error.strerror, str(shown)) from error


def _is_link(folder: int, name: str) -> bool:
    return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
