"""The files of a commit, read from Git's objects without a checkout.

A link, a folder, or a submodule has its own mode and is never followed. No filter, attribute, or
hook of the repository is applied.
"""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from errno import ENOENT
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from catalog_tool.loader.git.command import (
    GitError,
    git_output,
    git_output_start,
    object_id,
    prefix_of,
    start_git,
)

MOST_FILES = 50_000
"""Most files of one folder that are listed: five times the largest catalog that we measure."""

_LONGEST_LISTING = 16 * 1024 * 1024  # bytes: room for that many long names
LARGEST_AT_ONCE = 1024 * 1024
"""Largest file, in bytes, that is read whole; of a larger file, only the beginning is read."""


@dataclass(frozen=True, slots=True)
class GitFile:
    """A file, folder, link, or submodule at a path of a commit.

    Attributes:
        mode: kind and permissions as in :mod:`stat`, which has no kind for submodules.
        object_id: Git's id of the content; equal contents have equal ids.
        size: size of the content in bytes; 0 if there is none, as for a folder.
    """

    mode: int
    object_id: str
    size: int = 0


class GitTree:
    """A :class:`~catalog_tool.loader.files.tree.FileTree` of one commit, to be used in ``with``.

    Paths are relative to ``root``, which may be a folder inside the repository.
    """

    def __init__(
        self, root: Path, revision: str, environment: Mapping[str, str] = os.environ
    ) -> None:
        """Find the commit.

        Args:
            root: the folder that paths are relative to; the commit may not have it.
            revision: any name of a commit, or the id of a tree.
            environment: the variables with which Git finds the objects.

        Raises:
            GitError: there is no Git, no repository, or no such revision.
        """
        self.root = root
        self._revision = revision
        self._environment = environment
        self._tree = object_id(root, revision, "tree", environment)
        self._prefix = prefix_of(root)
        self._folders: dict[str, Mapping[str, GitFile]] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def files(self, folder: str) -> Mapping[str, GitFile]:
        """Return everything directly in a folder by its name; empty if it isn't a folder.

        Names that aren't UTF-8 are decoded as by :func:`os.fsdecode`.

        Raises:
            GitError: the folder contains more than ``MOST_FILES`` files.
        """
        if folder not in self._folders:
            self._folders[folder] = self._list(folder)
        return self._folders[folder]

    def names(self, folder: str) -> Iterable[str]:
        """Return the names of everything directly in a folder.

        Raises:
            FileNotFoundError: the commit has no such folder.
        """
        files = self.files(folder)
        if not files:  # Git has no empty folders
            raise FileNotFoundError(ENOENT, "the commit has no such folder", folder)
        return files.keys()

    def mode(self, path: str) -> int:
        """Return the kind and permissions of a path; 0 if there is nothing."""
        found = self._file(path)
        return found.mode if found else 0

    def read(self, path: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a regular file.

        Raises:
            OSError: it isn't a regular file of the commit, or its content is missing.
        """
        file = self._file(path)
        if file is None or not stat.S_ISREG(file.mode):
            raise FileNotFoundError(ENOENT, "the commit has no such file", path)
        if file.size > max(most, LARGEST_AT_ONCE):
            arguments = ["cat-file", "blob", file.object_id]
            return git_output_start(self.root, arguments, most, self._environment)
        return self._whole(file)[:most]

    def _file(self, path: str) -> GitFile | None:
        folder, _, name = path.rpartition("/")
        return self.files(folder).get(name)

    def _list(self, folder: str) -> dict[str, GitFile]:
        inside = posixpath.normpath(posixpath.join(self._prefix, folder))
        if inside.split("/")[0] == "..":
            raise GitError(f"The folder {folder!r} is outside the repository.")
        tree = self._tree if inside == "." else self._folder_id(inside)
        if not tree:
            return {}
        arguments = ["ls-tree", "-z", "--long", "--full-tree", tree]
        listing = git_output_start(self.root, arguments, _LONGEST_LISTING, self._environment)
        *records, rest = os.fsdecode(listing).split("\0")
        if rest or len(records) > MOST_FILES:
            raise GitError(f"{folder}/ has more than {MOST_FILES:,} files in {self._revision}.")
        return dict(map(_parse_record, records))

    def _folder_id(self, inside: str) -> str:
        arguments = ["ls-tree", "-z", "--long", "--full-tree", self._tree, "--", inside]
        found = git_output(self.root, arguments, self._environment).rstrip("\0")
        if not found:
            return ""
        _name, file = _parse_record(found)
        return file.object_id if stat.S_ISDIR(file.mode) else ""

    def _whole(self, file: GitFile) -> bytes:
        """Read a content through the one running process, which answers one request at a time."""
        to_git, from_git = self._reader
        to_git.write(f"{file.object_id}\n".encode())
        to_git.flush()
        # "ID blob SIZE", or "ID missing".
        head = from_git.readline().split()
        if head[1:2] != [b"blob"]:
            raise FileNotFoundError(ENOENT, "its content isn't in this clone")
        content = from_git.read(int(head[2]) + 1)
        return content[:-1]

    @cached_property
    def _reader(self) -> tuple[IO[bytes], IO[bytes]]:
        process = self._stack.enter_context(
            start_git(self.root, ["cat-file", "--batch"], self._environment, listens=True)
        )
        return cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)


def _parse_record(record: str) -> tuple[str, GitFile]:
    facts, _, name = record.partition("\t")
    mode, _kind, object_id, size = facts.split()
    return name, GitFile(int(mode, 8), object_id, int(size) if size.isdecimal() else 0)
