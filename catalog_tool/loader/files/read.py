"""Reads files of strangers within limits: each becomes text or a problem."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from catalog_tool.loader.files.encoding import (
    bom_encoding,
    is_binary,
    kind_by_signature,
    wide_encoding,
)
from catalog_tool.loader.files.tree import DiskTree, FileTree
from catalog_tool.model.diagnostic import Problem

# No code host that we know of accepts a larger file; GitHub's limit is 100 MiB.
_MAX_GENERATED_BYTES = 100 * 1024 * 1024
_KINDS = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    # Git's own kind.
    0o160000: "a Git submodule",
}
_ENCODING_HINT = (
    "Save the file with the encoding UTF-8. In Notepad, choose File > Save as > Encoding: UTF-8."
)
_BINARY_HINT = (
    "An entry is a plain text file. Start with 'catalog new NAME', and copy the text into it."
)


def read_text(
    path: str | os.PathLike[str], max_bytes: int, tree: FileTree | None = None
) -> tuple[str, Problem | None]:
    """Read a file without following links, waiting, or reading more than allowed.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.
        tree: where the file is; on disk if ``None``.

    Returns:
        Its text and ``None``, or ``""`` and the problem that prevents reading it.
    """
    content = read_bytes(path, max_bytes, tree, is_text=True)
    if isinstance(content, Problem):
        return "", content
    if encoding := wide_encoding(content):
        fixes = " 'catalog check --fix' does this too." if tree and bom_encoding(content) else ""
        message = f"The file is saved as {encoding[:6].upper()}, not UTF-8."
        return "", Problem((), message, f"{_ENCODING_HINT}{fixes}", rule="not-utf-8")
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "", _not_utf8(content, error)


def legible_text(path: str | os.PathLike[str], max_bytes: int, tree: FileTree | None = None) -> str:
    """Return what can be read of a file that isn't UTF-8, with each invalid byte as U+FFFD.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.
        tree: where the file is; on disk if ``None``.

    Returns:
        Text to show, never to publish; ``""`` if the file can't be read at all.
    """
    content = read_bytes(path, max_bytes, tree, is_text=True)
    return "" if isinstance(content, Problem) else content.decode("utf-8", errors="replace")


def generated_text(path: str | os.PathLike[str], tree: FileTree | None = None) -> str:
    """Return the text of a generated file, but nothing that a stranger put in its place.

    A pull request could replace it with a link to a private file or with an endless pipe. In that
    case, the text is empty, and the file is reported as a changed generated file.

    Args:
        path: the file; only a regular file is opened.
        tree: where the file is; on disk if ``None``.

    Returns:
        The text with the line ends that we write; ``""`` if it can't be read.
    """
    text, _unreadable = read_text(path, _MAX_GENERATED_BYTES, tree)
    return text.replace("\r\n", "\n")


def wide_text(
    path: str | os.PathLike[str], max_bytes: int, tree: FileTree | None = None
) -> str | None:
    """Return the text of a file with a byte order mark of UTF-16 or UTF-32, or ``None``.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.
        tree: where the file is; on disk if ``None``.
    """
    content = read_bytes(path, max_bytes, tree, is_text=True)
    if isinstance(content, Problem) or not (encoding := bom_encoding(content)):
        return None
    with suppress(UnicodeDecodeError):
        return content.decode(encoding)
    return None


def read_bytes(
    path: str | os.PathLike[str],
    max_bytes: int,
    within: FileTree | None = None,
    *,
    is_text: bool = False,
) -> bytes | Problem:
    """Return the content of a file, or the problem that prevents reading it.

    Args:
        path: the file; only a regular file is opened.
        max_bytes: most bytes that are read.
        within: where the file is; on disk if ``None``.
        is_text: whether a file that can't be text is a problem, too.
    """
    # Without a tree, the user named the file, and may have links on the way to it.
    tree, name = (
        (within, os.fspath(path)) if within else (DiskTree(Path(path).parent), Path(path).name)
    )
    try:
        content = tree.read(name, max_bytes + 1)
    except OSError as error:
        return _unreadable(_reason(error, tree, name))
    if is_text and (kind := kind_by_signature(content)):
        return _not_text(kind)
    if len(content) > max_bytes:
        message = f"The file is larger than {max_bytes // 1024} KiB."
        return Problem((), message, "Shorten it.", rule="too-large")
    if is_text and is_binary(content) and not wide_encoding(content):
        return _not_text("a binary file")
    return content


def _reason(error: OSError, tree: FileTree, name: str) -> str:
    """Return why a file can't be read: of anything but a regular file, what it is."""
    with suppress(OSError):
        mode = tree.mode(name)
        if mode and not stat.S_ISREG(mode):
            return f"This is {_KINDS.get(stat.S_IFMT(mode), 'something else')}, not a plain file."
    return f"The file can't be read: {error.strerror or error}."


def _not_text(kind: str) -> Problem:
    return Problem((), f"This is {kind}, not text.", _BINARY_HINT, rule="not-utf-8")


def _unreadable(message: str) -> Problem:
    hint = "Replace it with a plain text file."
    return Problem((), message, hint, rule="unreadable-file")


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Problem:
    line = content.count(b"\n", 0, error.start) + 1
    column = error.start - content.rfind(b"\n", 0, error.start)
    message = f"Line {line}, byte {column} (0x{content[error.start]:02x}) isn't valid UTF-8."
    at = len(content[: error.start].decode("utf-8"))
    return Problem((), message, _ENCODING_HINT, span=(at, at + 1), rule="not-utf-8")
