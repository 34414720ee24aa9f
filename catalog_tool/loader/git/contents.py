"""Reads contents through one running Git, which answers one request at a time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from errno import ENOENT
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from catalog_tool.loader.git.command import start_git

_PIECE = 64 * 1024


class GitContents:
    """The contents of a repository by the ids of their objects, to be used in ``with``."""

    def __init__(self, root: Path, environment: Mapping[str, str] = os.environ) -> None:
        """Start nothing yet.

        Args:
            root: a folder in the repository.
            environment: the variables with which Git finds the objects.
        """
        self._root = root
        self._environment = environment
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

    def read(self, object_id: str, most: int) -> bytes:
        """Return at most the first ``most`` bytes of a file.

        Raises:
            FileNotFoundError: it isn't a file, or its content is missing.
        """
        to_git, from_git = self._reader
        to_git.write(f"{object_id}\n".encode())
        to_git.flush()
        # "ID blob SIZE", or "ID missing". A line end follows the content.
        head = from_git.readline().split()
        if head[1:2] != [b"blob"]:
            raise FileNotFoundError(ENOENT, "its content isn't in this clone")
        size = int(head[2])
        content = from_git.read(min(size, most))
        rest = size - len(content) + 1
        while rest > 0 and (passed := from_git.read(min(rest, _PIECE))):
            rest -= len(passed)
        return content

    @cached_property
    def _reader(self) -> tuple[IO[bytes], IO[bytes]]:
        process = self._stack.enter_context(
            start_git(self._root, ["cat-file", "--batch"], self._environment, listens=True)
        )
        return cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
