"""Single files that get a new text: each in one step, several of them all or none."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from catalog_tool.writer.exchange import exchange
from catalog_tool.writer.lock import only_writer
from catalog_tool.writer.refused import WriteRefusedError
from catalog_tool.writer.siblings import clear_leftovers, has_leftovers, new_beside, remove_quietly


def replace_text(path: Path, text: str, command: str = "catalog") -> bool:
    """Give one file a text in one step; return whether that changed it.

    Arguments and exceptions are those of :func:`replace_texts`.
    """
    return bool(replace_texts({path: text}, command))


def replace_texts(texts: Mapping[Path, str], command: str = "catalog") -> tuple[Path, ...]:
    """Give files a text each, keeping their permissions; files that are right are not touched.

    All texts are on disk before the first takes its place. A failure after that puts back what
    has been replaced; where the system cannot exchange files, it leaves what it has replaced.

    Args:
        texts: the whole text of each file, written as UTF-8; files and their folders are made if
            they do not exist.
        command: who writes, as another writer is told.

    Returns:
        The files that were changed.

    Raises:
        WriteRefusedError: a path is a link, a folder or a device, or somebody else is writing it.
        OSError: a file cannot be written.
    """
    contents = {path: text.encode() for path, text in sorted(texts.items())}
    changed = {path: content for path, content in contents.items() if differs(path, content)}
    with ExitStack() as locks:
        for path in contents:
            if path not in changed and not has_leftovers(path):
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            locks.enter_context(only_writer(path, command))
            clear_leftovers(path)
        _replace(changed)
    return tuple(changed)


def new_text(path: Path, text: str, command: str = "catalog") -> None:
    """Make one file with a text, in one step.

    Raises:
        FileExistsError: there is something of that name; it is as it was.
        WriteRefusedError: somebody else is writing it.
        OSError: the file cannot be written.
    """
    with only_writer(path, command):
        clear_leftovers(path)
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        _replace({path: text.encode()})


def differs(path: Path, content: bytes) -> bool:
    """Return whether a file has another content, or is not there.

    Raises:
        WriteRefusedError: ``path`` is a link, a folder or a device.
        OSError: the file cannot be read.
    """
    return mode_of(path) is None or path.read_bytes() != content


def mode_of(path: Path) -> int | None:
    """Return the permissions of a file, ``None`` if it is not there.

    Raises:
        WriteRefusedError: ``path`` is a link, a folder or a device.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise WriteRefusedError(f"{path} is a link, a folder or a device, not a plain file.")
    return stat.S_IMODE(mode)


def write_new(path: Path, content: bytes, mode: int | None) -> None:
    """Write a file that is not there yet, with the permissions of any new file or given ones."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None:
            os.fchmod(descriptor, mode)
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _replace(contents: Mapping[Path, bytes]) -> None:
    beside = {path: new_beside(path) for path in contents}
    placed: list[Path] = []
    modes = {path: mode_of(path) for path in contents}
    try:
        for path, content in contents.items():
            write_new(beside[path], content, modes[path])
        for path in contents:
            _put(beside[path], path, is_new=modes[path] is None)
            placed.append(path)
    except BaseException:
        for path in reversed(placed):
            _take_back(beside[path], path, is_new=modes[path] is None)
        raise
    finally:
        for path in beside.values():
            remove_quietly(path)


def _put(new: Path, path: Path, *, is_new: bool) -> None:
    """Put a file in its place; what it replaces is left at ``new``, where the system can."""
    if is_new or not exchange(new, path):
        new.replace(path)


def _take_back(old: Path, path: Path, *, is_new: bool) -> None:
    if is_new:
        path.unlink()
    elif old.exists():
        old.replace(path)
