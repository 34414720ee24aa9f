"""The texts and diagrams of a catalog's owner, which each organization replaces with its own."""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from pathlib import Path

from catalog_tool.loader.files.read import read_text
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


def _read(path: Path) -> str:
    text, unreadable = read_text(path, _MAX_BYTES)
    if unreadable:
        raise OSError(errno.EINVAL, unreadable.message.rstrip("."), str(path))
    return text.replace("\r\n", "\n")
