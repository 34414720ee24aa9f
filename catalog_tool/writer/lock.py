"""Allows one writer at a time, with a lock file next to the target that names its owner.

It is a lock of the kernel, so it is released when its process ends for any reason, and
it works between containers that share the folder, in which process ids mean nothing. The text of
the file is for people; the code doesn't depend on it.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import socket
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from catalog_tool.loader.files.system import CAN_OPEN_FOLDERS
from catalog_tool.writer.places import Place
from catalog_tool.writer.refused import WriteRefusedError

_FLAGS = os.O_RDWR | os.O_CREAT
_MAX_BYTES = 512
_TEXT_AT = 1  # Windows locks the first byte, also against reading
# Anyone who can write the file could put any text in it, so only text of this form is shown.
_OWNER = re.compile(
    r"(?P<command>[a-z]+(?: [a-z]+)?)\n"
    r"(?P<details>process \d{1,10}, since [\d-]{10} [\d:]{5} UTC, on host [\w.-]{1,253})\n",
    re.ASCII,
)


@contextmanager
def only_writer(target: Place, command: str) -> Iterator[None]:
    """Make sure that no other command writes a file or folder at the same time.

    Args:
        target: the file or folder to write.
        command: name of the command, such as ``catalog build``.

    Raises:
        WriteRefusedError: another command is writing it; the message says which.
        OSError: the lock can't be created, or the file system doesn't support locks.
    """
    descriptor = _acquire_lock(target)
    try:
        _sign(descriptor, command)
        yield
    finally:
        target.lock.remove()
        with suppress(OSError):
            os.close(descriptor)
        if not CAN_OPEN_FOLDERS:
            # It couldn't be removed while it was open; if it is open again, it can't be either.
            target.lock.remove()


def _acquire_lock(target: Place) -> int:
    """Open and lock the lock file.

    Its last owner may have removed it after we opened it and before we locked it. Then it locks
    nothing, and a new file is tried.
    """
    from filelock import lock_descriptor  # noqa: PLC0415 - most commands write nothing

    while True:
        descriptor = _open_lock_file(target.lock)
        with ExitStack() as stack:
            stack.callback(os.close, descriptor)
            if not lock_descriptor(descriptor, blocking=False):
                message = f"{_owner(descriptor)}. It is writing {target.path.as_posix()}."
                raise WriteRefusedError(message, "Wait until it finishes, then try again.")
            status = target.lock.status()
            if status and os.path.samestat(os.fstat(descriptor), status):
                stack.pop_all()
                return descriptor


def _open_lock_file(lock: Place) -> int:
    try:
        descriptor = lock.open(_FLAGS, 0o644)
    except OSError as error:
        mode = lock.mode()
        if mode and not stat.S_ISREG(mode):
            raise _in_the_way(lock) from error
        # The file is ours, so what people need to know is the folder.
        raise OSError(
            error.errno, error.strerror, lock.path.parent.absolute().as_posix()
        ) from error
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise _in_the_way(lock)


def _in_the_way(lock: Place) -> WriteRefusedError:
    place = lock.path.as_posix()
    message = f"{place} is a link, a folder, or a device, but catalog needs its lock file there."
    return WriteRefusedError(message, "Remove it.")


def _sign(descriptor: int, command: str) -> None:
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M")
    details = f"process {os.getpid()}, since {now} UTC, on host {socket.gethostname()}"
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, _TEXT_AT, os.SEEK_SET)
    os.write(descriptor, f"{command}\n{details}\n".encode(errors="replace"))


def _owner(descriptor: int) -> str:
    """Return the owner of a lock, as the beginning of a sentence."""
    os.lseek(descriptor, _TEXT_AT, os.SEEK_SET)
    said = os.read(descriptor, _MAX_BYTES).decode("ascii", errors="replace")
    if owner := _OWNER.fullmatch(said):
        return f"{owner['command']} is already running ({owner['details']})"
    return "Another catalog command is already running"
