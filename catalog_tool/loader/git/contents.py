"""The contents of files in Git: their ids, and many of them in one go."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from errno import ENOENT
from pathlib import Path
from typing import IO, cast

from catalog_tool.loader.git.command import start_git

_PIECE = 64 * 1024


def blob_id(text: str) -> str:
    """Return Git's id of a file with this text."""
    content = text.encode()
    head = b"blob %d\0" % len(content)
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()


def read_contents(folder: Path, object_ids: Iterable[str], most: int) -> Iterator[bytes]:
    """Yield the first ``most`` bytes of each file, in the order of their ids.

    All ids are known to Git from the start, so no process waits for the other.

    Args:
        folder: a folder in the repository.
        object_ids: the ids of the objects.
        most: most bytes of each file; the rest of a larger one is passed over.

    Raises:
        FileNotFoundError: one isn't a file, or its content is missing in this clone.
    """
    with tempfile.TemporaryFile() as requests:
        requests.writelines(f"{each}\n".encode() for each in object_ids)
        requests.seek(0)
        with start_git(folder, ["cat-file", "--batch"], given=requests) as process:
            output = cast("IO[bytes]", process.stdout)
            # "ID blob SIZE", or "ID missing".
            while head := output.readline().split():
                if head[1:2] != [b"blob"]:
                    raise FileNotFoundError(ENOENT, "its content isn't in this clone")
                yield _content(output, int(head[2]), most)


def _content(output: IO[bytes], size: int, most: int) -> bytes:
    content = output.read(min(size, most))
    rest = size - len(content) + 1  # and a line end
    while rest > 0 and (passed := output.read(min(rest, _PIECE))):
        rest -= len(passed)
    return content
