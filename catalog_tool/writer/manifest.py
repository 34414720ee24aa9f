"""The manifest: the list of files that the catalog wrote into a folder, with their checksums.

A run can tell its own files from others, and comparing two manifests shows whether two folders are
identical.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from catalog_tool.writer.refused import WriteRefusedError

MANIFEST = ".catalog-files.json"
"""File in a generated folder that lists what the catalog wrote there."""

_FOREIGN_SHOWN = 3


def manifest_of(folder: Path) -> str:
    """Return the text of the manifest of a folder: paths with SHA-256 checksums.

    Raises:
        OSError: a file can't be read.
    """
    sums = {
        path: hashlib.sha256((folder / path).read_bytes()).hexdigest()
        for path in sorted(files_below(folder))
        if path != MANIFEST
    }
    return json.dumps(sums, indent=0) + "\n"


def refuse_foreign_files(folder: Path) -> None:
    """Make sure that the catalog created everything in a folder.

    Raises:
        WriteRefusedError: it didn't, or ``folder`` is a file.
        OSError: the folder can't be read.
    """
    hint = "Choose a new or empty folder with --out."
    if folder.exists() and not folder.is_dir():
        raise WriteRefusedError(f"{folder} is a file, not a folder.", hint)
    known = _paths_in_manifest(folder)
    unknown = (path for path in files_below(folder) if path not in known)
    if foreign := list(islice(unknown, _FOREIGN_SHOWN + 1)):
        shown = ", ".join(foreign[:_FOREIGN_SHOWN])
        more = ", and more" if len(foreign) > _FOREIGN_SHOWN else ""
        message = f"{folder} contains files that catalog didn't create: {shown}{more}."
        raise WriteRefusedError(message, hint)


def files_below(folder: Path) -> Iterator[str]:
    """Yield the path of everything in a folder that isn't a folder, in a fixed order.

    Raises:
        OSError: a folder can't be read.
    """
    for place, folders, names in os.walk(folder, onerror=_raise_unless_absent):
        folders.sort()
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in sorted([*names, *links]):
            yield Path(place, name).relative_to(folder).as_posix()


def _raise_unless_absent(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _paths_in_manifest(folder: Path) -> set[str]:
    """Return the paths in the manifest of a folder; empty if it isn't one of ours."""
    try:
        listed = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    # Older manifests are lists without checksums; their folders are ours too.
    paths = listed if isinstance(listed, dict | list) else []
    return {MANIFEST, *(path for path in paths if isinstance(path, str))}
