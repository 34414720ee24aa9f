"""Bounded reading: a file that a stranger made becomes text, or the problem that it is."""

from __future__ import annotations

import os
import stat

from catalog_tool.loader.files.encoding import (
    bom_encoding,
    is_binary,
    kind_by_signature,
    wide_encoding,
)
from catalog_tool.loader.files.tree import DiskTree, FileTree
from catalog_tool.model.diagnostic import Problem

# No code host that we know of takes a larger file; GitHub refuses it from 100 MiB on.
_MAX_GENERATED_BYTES = 100 * 1024 * 1024
_DISK = DiskTree()
_KINDS = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    # Git's own kind: a submodule.
    0o160000: "another repository",
}
_ENCODING_HINT = (
    "Save the file again with the encoding UTF-8; in Notepad: File, Save as, Encoding: UTF-8."
)
_BINARY_HINT = (
    "An entry is a plain text file: start from 'catalog new NAME', and copy the text into it."
)


def read_text(
    path: str | os.PathLike[str], max_bytes: int, tree: FileTree = _DISK
) -> tuple[str, Problem | None]:
    """Read a file without following, waiting for, or swallowing anything.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.
        tree: where the file is.

    Returns:
        Its text and ``None``, or ``""`` and the problem that keeps it from being read.
    """
    try:
        content = _read_bytes(tree, os.fspath(path), max_bytes)
    except OSError as error:
        return "", _unreadable(f"The file cannot be read: {error.strerror or error}.")
    except _RefusedFile as refused:
        return "", refused.problem
    if encoding := wide_encoding(content):
        fixes = " 'catalog check --fix' does it too." if bom_encoding(content) else ""
        message = f"The file is saved as {encoding[:6].upper()}, not UTF-8."
        return "", Problem((), message, f"{_ENCODING_HINT}{fixes}", rule="not-utf-8")
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "", _not_utf8(content, error)


def legible_text(path: str | os.PathLike[str], max_bytes: int, tree: FileTree = _DISK) -> str:
    """Return what can be read of a file that is not UTF-8, each bad byte as U+FFFD.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.
        tree: where the file is.

    Returns:
        Text to show, never to publish; ``""`` where the file cannot be read at all.
    """
    try:
        return _read_bytes(tree, os.fspath(path), max_bytes).decode("utf-8", errors="replace")
    except (OSError, _RefusedFile):
        return ""


def generated_text(path: str | os.PathLike[str], tree: FileTree = _DISK) -> str:
    """Return the text of a generated file, and none of what a stranger put in its place.

    A pull request could make it a link to a file that nobody should see, or a pipe without an end;
    with no text it is reported as a generated file that was changed.

    Args:
        path: the file; only a regular file is opened.
        tree: where the file is.

    Returns:
        The text with the line ends that we write; ``""`` if there is none that can be read.
    """
    text, _unreadable = read_text(path, _MAX_GENERATED_BYTES, tree)
    return text.replace("\r\n", "\n")


def wide_text(path: str | os.PathLike[str], max_bytes: int, tree: FileTree = _DISK) -> str | None:
    """Return the text of a file that says itself that it is UTF-16 or UTF-32, or ``None``.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.
        tree: where the file is.
    """
    try:
        content = _read_bytes(tree, os.fspath(path), max_bytes)
        encoding = bom_encoding(content)
        return content.decode(encoding) if encoding else None
    except (OSError, UnicodeDecodeError, _RefusedFile):
        return None


class _RefusedFile(Exception):  # noqa: N818 - control flow inside this module, not an error
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _read_bytes(tree: FileTree, path: str, max_bytes: int) -> bytes:
    # Looked at before it is opened: opening a FIFO would wait for a writer for ever.
    if mode := tree.mode(path):
        _refuse_irregular(mode)
    content = tree.read(path, max_bytes + 1)
    if kind := kind_by_signature(content):
        raise _not_text(kind)
    if len(content) > max_bytes:
        message = f"The file is larger than {max_bytes // 1024} KiB."
        raise _RefusedFile(Problem((), message, "Shorten it.", rule="too-large"))
    if is_binary(content) and not wide_encoding(content):
        raise _not_text("a file for programs")
    return content


def _not_text(kind: str) -> _RefusedFile:
    return _RefusedFile(Problem((), f"This is {kind}, not text.", _BINARY_HINT, rule="not-utf-8"))


def _refuse_irregular(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    kind = _KINDS.get(stat.S_IFMT(mode), "something else")
    message = f"This is {kind}, not a plain file."
    raise _RefusedFile(_unreadable(message))


def _unreadable(message: str) -> Problem:
    return Problem((), message, "Put a plain text file here.", rule="unreadable-file")


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Problem:
    line = content.count(b"\n", 0, error.start) + 1
    column = error.start - content.rfind(b"\n", 0, error.start)
    message = f"Line {line}, byte {column} (0x{content[error.start]:02x}) is not UTF-8 text."
    at = len(content[: error.start].decode("utf-8"))
    return Problem((), message, _ENCODING_HINT, span=(at, at + 1), rule="not-utf-8")
