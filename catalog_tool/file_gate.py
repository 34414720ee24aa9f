"""Bounded reading: a file that a stranger made becomes text, or the problem that it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from catalog_tool.diagnostic import Problem

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ENCODING_HINT = (
    "Save the file again with the encoding UTF-8; in Notepad: File, Save as, Encoding: UTF-8."
)


def read_text(path: Path, max_bytes: int) -> tuple[str, Problem | None]:
    """Read a file without following, waiting for, or swallowing anything.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.

    Returns:
        Its text and ``None``, or ``""`` and the problem that keeps it from being read.
    """
    try:
        content = _read_bytes(path, max_bytes)
    except OSError as error:
        return "", _unreadable(f"The file cannot be read: {error.strerror or error}.")
    except _Refused as refused:
        return "", refused.problem
    if content.startswith(_UTF_16_MARKS) or b"\0" in content[:2]:
        hint = f"{_ENCODING_HINT} 'catalog check --fix' does it too." if _marked(content) else ""
        message = "The file is saved as UTF-16, not UTF-8."
        return "", Problem((), message, hint or _ENCODING_HINT, rule="not-utf-8")
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "", _not_utf8(content, error)


def utf_16_text(path: Path, max_bytes: int) -> str | None:
    """Return the text of a file that says itself that it is UTF-16, or ``None`` for any other.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.
    """
    try:
        content = _read_bytes(path, max_bytes)
        return content.decode("utf-16") if _marked(content) else None
    except (OSError, UnicodeDecodeError, _Refused):
        return None


def _marked(content: bytes) -> bool:
    return content.startswith(_UTF_16_MARKS)


class _Refused(Exception):  # noqa: N818 - control flow inside this module, not an error
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _read_bytes(path: Path, max_bytes: int) -> bytes:
    # Looked at before it is opened: opening a FIFO would wait for a writer for ever.
    _refuse_irregular(path.lstat().st_mode)
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        _refuse_irregular(os.fstat(descriptor).st_mode)
        content = file.read(max_bytes + 1)
    if len(content) > max_bytes:
        message = f"The file is larger than {max_bytes // 1024} KiB."
        raise _Refused(Problem((), message, "Shorten it.", rule="too-large"))
    return content


def _refuse_irregular(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    kind = "a symbolic link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else ""
    message = f"This is {kind or 'a device or pipe'}, not a plain file."
    raise _Refused(_unreadable(message))


def _unreadable(message: str) -> Problem:
    return Problem((), message, "Put a plain text file here.", rule="unreadable-file")


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Problem:
    line = content.count(b"\n", 0, error.start) + 1
    column = error.start - content.rfind(b"\n", 0, error.start)
    message = f"Line {line}, byte {column} (0x{content[error.start]:02x}) is not UTF-8 text."
    return Problem((), message, _ENCODING_HINT, rule="not-utf-8")
