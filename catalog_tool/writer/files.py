"""Replaces the text of files: each file in one step, and several files all or none."""

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
    """Replace the text of one file in one step; return whether that changed it.

    See :func:`replace_texts` for the arguments and exceptions.
    """
    return bool(replace_texts({path: text}, command))


def replace_texts(texts: Mapping[Path, str], command: str = "catalog") -> tuple[Path, ...]:
    """Replace the texts of files and keep their permissions; unchanged files aren't touched.

    All texts are on disk before the first file is replaced. After a later failure, the replaced
    files are restored, unless the system can't exchange files.

    Args:
        texts: the whole text of each file, written as UTF-8; missing files and folders are created.
        command: name of the command, shown to other writers.

    Returns:
        The files that were changed.

    Raises:
        WriteRefusedError: a path is a link, a folder, or a device, or another command writes it.
        OSError: a file can't be written.
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
    """Create one file with a text in one step.

    Raises:
        FileExistsError: the path exists; it is left unchanged.
        WriteRefusedError: another command is writing it.
        OSError: the file can't be written.
    """
    with only_writer(path, command):
        clear_leftovers(path)
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        _replace({path: text.encode()})


def differs(path: Path, content: bytes) -> bool:
    """Return whether a file has a different content or doesn't exist.

    Raises:
        WriteRefusedError: ``path`` is a link, a folder, or a device.
        OSError: the file can't be read.
    """
    return mode_of(path) is None or path.read_bytes() != content


def mode_of(path: Path) -> int | None:
    """Return the permissions of a file, or ``None`` if it doesn't exist.

    Raises:
        WriteRefusedError: ``path`` is a link, a folder, or a device.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise WriteRefusedError(f"{path} is a link, a folder, or a device, not a plain file.")
    return stat.S_IMODE(mode)


def write_new(path: Path, content: bytes, mode: int | None) -> None:
    """Write a file that doesn't exist yet, with the given or the default permissions."""
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
    """Move a file to its target; the old file is left at ``new`` if the system can do that."""
    if is_new or not exchange(new, path):
        new.replace(path)


def _take_back(old: Path, path: Path, *, is_new: bool) -> None:
    if is_new:
        path.unlink()
    elif old.exists():
        old.replace(path)
