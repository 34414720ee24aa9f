"""One writer at a time: a lock beside what is written, which names who holds it.

The lock is the kernel's (``flock``), on a file that says in plain words whose it is. So it ends
with its process, however that ends, and counts between containers that share the folder, where
process numbers mean nothing. The words are for people; nothing relies on them.
"""

from __future__ import annotations

import datetime as dt
import errno
import fcntl
import os
import re
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from catalog_tool.writer.refused import WriteRefusedError
from catalog_tool.writer.siblings import lock_beside, remove_quietly

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NO_PLAIN_FILE = {errno.ELOOP, errno.EISDIR, errno.ENXIO}
_MAX_BYTES = 512
# Whoever can write the file could have anything shown: only our own words are.
_OWNER = re.compile(
    r"(?P<command>[a-z]+(?: [a-z]+)?)\n"
    r"(?P<details>process \d{1,10}, since [\d-]{10} [\d:]{5} UTC, on host [\w.-]{1,253})\n",
    re.ASCII,
)


@contextmanager
def only_writer(target: Path, command: str) -> Iterator[None]:
    """Make sure that nobody else writes a file or folder meanwhile.

    Args:
        target: what is to be written; the folder it is in must exist.
        command: who writes, such as ``catalog build``.

    Raises:
        WriteRefusedError: somebody else is writing it; the message says who.
        OSError: the lock cannot be made, or the file system has none.
    """
    path = lock_beside(target)
    descriptor = _acquire_lock(path, target)
    try:
        _sign(descriptor, command)
        yield
    finally:
        remove_quietly(path)
        with suppress(OSError):
            os.close(descriptor)


def _acquire_lock(path: Path, target: Path) -> int:
    """Return the open lock file, locked.

    Its last owner may have removed it between our opening and our locking it; then it locks
    nothing, and the next one is tried.
    """
    while True:
        descriptor = _open_lock_file(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(descriptor, path):
                return descriptor
        except BlockingIOError as error:
            told = f"{_owner(descriptor)}. It writes {target}."
            os.close(descriptor)
            raise WriteRefusedError(told, "Wait until it has ended, then try again.") from error
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _open_lock_file(path: Path) -> int:
    try:
        descriptor = os.open(path, _FLAGS, 0o644)
    except OSError as error:
        if error.errno in _NO_PLAIN_FILE:
            raise _in_the_way(path) from error
        raise
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise _in_the_way(path)


def _in_the_way(path: Path) -> WriteRefusedError:
    message = f"{path} is a link, a folder or a device, where catalog keeps its lock."
    return WriteRefusedError(message, "Remove it.")


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _sign(descriptor: int, command: str) -> None:
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M")
    details = f"process {os.getpid()}, since {now} UTC, on host {socket.gethostname()}"
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{command}\n{details}\n".encode(errors="replace"), 0)


def _owner(descriptor: int) -> str:
    """Return who holds a lock, as the start of a sentence."""
    said = os.pread(descriptor, _MAX_BYTES, 0).decode("ascii", errors="replace")
    if owner := _OWNER.fullmatch(said):
        return f"{owner['command']} is running already ({owner['details']})"
    return "Another catalog command is running already"
