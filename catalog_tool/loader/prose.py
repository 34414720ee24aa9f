"""The texts and diagrams of a catalog's owner, which each organization replaces with its own."""

from __future__ import annotations

import errno
import stat
from dataclasses import dataclass, field
from pathlib import Path

from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.files.tree import FileTree
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
        OSError: a file in the folder can't be read, isn't a plain file, isn't UTF-8, or is larger
            than 1 MiB.
    """
    folder = settings.root / settings.prose
    texts = {path.stem: _read(path) for path in sorted(folder.glob("*.md"))}
    diagrams = {
        path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*.svg"))
    }
    return ProseFiles(texts, diagrams)


def texts_in(tree: FileTree, settings: Settings) -> dict[str, str | None]:
    """Return the owner's texts in a commit or a folder by path; ``None`` for unreadable ones."""
    if not stat.S_ISDIR(tree.mode(settings.prose)):
        return {}
    names = sorted(name for name in tree.names(settings.prose) if name.endswith(".md"))
    return {path: _text(path, tree) for path in (f"{settings.prose}/{name}" for name in names)}


def _text(path: str, tree: FileTree) -> str | None:
    text, unreadable = read_text(path, _MAX_BYTES, tree)
    return None if unreadable else text


def _read(path: Path) -> str:
    text, unreadable = read_text(path, _MAX_BYTES)
    if unreadable:
        raise OSError(errno.EINVAL, unreadable.message.rstrip("."), str(path))
    return text.replace("\r\n", "\n")
