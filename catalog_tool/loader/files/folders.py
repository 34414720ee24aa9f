"""Opens the folders of a catalog one by one, so that no link on the way leads outside."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from catalog_tool.loader.files.system import Folder, is_link, open_root

_NOT_FOLLOWED = {errno.ELOOP, errno.ENOTDIR}  # Linux reports the second, macOS the first


class LinkRefusedError(OSError):
    """A folder on the way is a symbolic link."""


@contextmanager
def open_folder(root: Path, inside: str = "", *, create: bool = False) -> Iterator[Folder]:
    """Yield an open folder, from which its files can be opened by name.

    Args:
        root: a folder that the user named; links on the way to it are followed.
        inside: path of the folder in ``root``, with forward slashes; no link in it is followed.
        create: whether to create the missing folders in ``root``.

    Raises:
        LinkRefusedError: a folder in ``root`` is a link.
        OSError: a folder can't be opened or created, or ``inside`` leads outside.
    """
    folder = open_root(root)
    try:
        for part in PurePosixPath(inside).parts:
            outer, folder = folder, _open_inside(folder, part, create=create)
            outer.close()
        yield folder
    finally:
        folder.close()


def _open_inside(folder: Folder, name: str, *, create: bool) -> Folder:
    if name in {"..", "/"}:
        shown = (folder.path / name).as_posix()
        raise OSError(errno.EINVAL, "This is outside the catalog", shown)
    try:
        if create:
            with suppress(FileExistsError):
                os.mkdir(folder.at(name), dir_fd=folder.descriptor)
        return folder.open_folder(name)
    except OSError as error:
        shown = (folder.path / name).as_posix()
        if error.errno in _NOT_FOLLOWED and is_link(folder.status(name)):
            reason = "This is a symbolic link. catalog follows no links inside a catalog"
            raise LinkRefusedError(errno.ELOOP, reason, shown) from error
        raise OSError(error.errno, error.strerror, shown) from error
