"""Ends the process at any step of writing, or lets the step fail as disks do.

For a process of its own, which ends afterwards: what is installed here stays. Python tells of most
calls that change a disk (audit events); those that it does not tell of are wrapped.
"""

import builtins
import errno
import io
import os
import shutil
import signal
import sys
from collections.abc import Callable
from typing import Any

Step = Callable[[str], None]
"""Told the name of a call before it is made; what it raises is what the call raises."""

CHANGING = {
    *("fcntl.flock", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir"),
    *("os.symlink", "os.truncate", "os.utime"),
}
LOOKING = {"ctypes.dlsym", "os.listdir", "os.scandir"}
_CHANGING_OPEN = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Counter:
    """Counts steps; tells of one of them, and does something there."""

    def __init__(self, at: int, action: Step, tell: Step) -> None:
        self.at = at
        self.action = action
        self.tell = tell
        self.seen = 0

    def __call__(self, name: str) -> None:
        self.seen += 1
        if self.seen == self.at:
            self.tell(name)
            self.action(name)


def kill(_: str) -> None:
    """End this process as a power switch does: nothing of it runs any more."""
    os.kill(os.getpid(), signal.SIGKILL)


def failing(number: int) -> Step:
    """Return what lets a call fail with an error number."""

    def fail(name: str) -> None:
        raise OSError(number, os.strerror(number), name)

    return fail


def before_changes(step: Step, *, looking: bool = False) -> None:
    """Call ``step`` before each call of this process that changes a disk.

    Args:
        step: what to call.
        looking: also before those that only look at it.
    """
    watched = CHANGING | LOOKING if looking else CHANGING

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event in watched or (event == "open" and arguments[2] & _CHANGING_OPEN):
            step(event)

    sys.dont_write_bytecode = True
    sys.addaudithook(hear)
    _wrap("fsync", step)
    _wrap("fchmod", step)
    _wrap("write", step)
    before_writes(lambda _: step("write"))


def before_writes(write: Callable[[int], None]) -> None:
    """Call ``write`` with the number of bytes before each write to a file."""

    class Watched(io.FileIO):
        def write(self, content: Any) -> int:  # noqa: ANN401 - any buffer
            write(len(content))
            return super().write(content)

    really = io.open

    def opened(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:  # noqa: ANN401 - as the function that it replaces
        if not set(mode) & set("wxa+"):
            return really(file, mode, *rest, **options)
        raw = Watched(file, mode.replace("b", "").replace("t", ""), options.get("closefd", True))
        buffered = io.BufferedWriter(raw)
        if "b" in mode:
            return buffered
        return io.TextIOWrapper(buffered, options.get("encoding"), newline=options.get("newline"))

    builtins.open = io.open = opened
    # Otherwise files are copied inside the kernel, where nobody can watch.
    vars(shutil)["_USE_CP_SENDFILE"] = False


class Disk:
    """A disk with room for so many more bytes; what is removed makes no room."""

    def __init__(self, room: int, tell: Step) -> None:
        self.room = room
        self.tell = tell

    def __call__(self, size: int) -> None:
        self.room -= size
        if self.room < 0:
            self.tell("write")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _wrap(name: str, step: Step) -> None:
    really = getattr(os, name)

    def watched(*arguments: Any) -> Any:  # noqa: ANN401 - as the function that it wraps
        step(f"os.{name}")
        return really(*arguments)

    setattr(os, name, watched)
