"""The texts and diagrams of a catalog's owner, which each organization replaces with its own."""

from __future__ import annotations

import errno
import posixpath
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.files.tree import DiskTree, FileTree
from catalog_tool.model.settings import Settings

_MAX_BYTES = 1024 * 1024


@dataclass(frozen=True)
class ProseFiles:
    """The owner's texts and diagrams around the entries.

    Attributes:
        texts: Markdown by file name without ``.md``.
        diagrams: SVG by path relative to the prose folder, with forward slashes.
    """

    texts: dict[str, str] = field(default_factory=dict)
    diagrams: dict[str, str] = field(default_factory=dict)


def load_prose(settings: Settings) -> ProseFiles:
    """Read the texts and diagrams of a catalog; there may be none.

    Raises:
        OSError: the folder or one on the way to it is a link, or a file in it can't be read, isn't
            a plain file, isn't UTF-8, or is larger than 1 MiB.
    """
    tree, folder = DiskTree(settings.root), settings.prose
    found = sorted(_files_below(folder, tree), key=PurePosixPath) if tree.mode(folder) else []
    texts = [path for path in found if path.endswith(".md") and posixpath.dirname(path) == folder]
    diagrams = [path for path in found if path.endswith(".svg")]
    return ProseFiles(
        {PurePosixPath(path).stem: _read(path, tree) for path in texts},
        {posixpath.relpath(path, folder): _read(path, tree) for path in diagrams},
    )


def _files_below(folder: str, tree: DiskTree) -> Iterator[str]:
    """Yield the path of everything in a folder and, unless it's a link, in its subfolders."""
    for name in tree.names(folder):
        path = f"{folder}/{name}"
        yield path
        if stat.S_ISDIR(tree.mode(path)):
            yield from _files_below(path, tree)


def texts_in(tree: FileTree, settings: Settings) -> dict[str, str | None]:
    """Return the owner's texts in a commit or a folder by path; ``None`` for unreadable ones."""
    if not stat.S_ISDIR(tree.mode(settings.prose)):
        return {}
    names = sorted(name for name in tree.names(settings.prose) if name.endswith(".md"))
    return {path: _text(path, tree) for path in (f"{settings.prose}/{name}" for name in names)}


def _text(path: str, tree: FileTree) -> str | None:
    text, unreadable = read_text(path, _MAX_BYTES, tree)
    return None if unreadable else text


def _read(path: str, tree: DiskTree) -> str:
    text, unreadable = read_text(path, _MAX_BYTES, tree)
    if unreadable:
        raise OSError(errno.EINVAL, unreadable.message.rstrip("."), (tree.root / path).as_posix())
    return text.replace("\r\n", "\n")
