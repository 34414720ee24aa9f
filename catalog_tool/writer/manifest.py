"""The list of what the catalog wrote into a folder, with a checksum of each file.

So a run knows its own files from everybody else's, and whoever has two folders knows by one
comparison of two manifests whether they are equal to the last byte.
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
    """Return the text of the manifest for a folder as it is: paths, and SHA-256 of the contents.

    Raises:
        OSError: a file cannot be read.
    """
    sums = {
        path: hashlib.sha256((folder / path).read_bytes()).hexdigest()
        for path in sorted(files_below(folder))
        if path != MANIFEST
    }
    return json.dumps(sums, indent=0) + "\n"


def refuse_foreign_files(folder: Path) -> None:
    """Make sure that everything in a folder was made by the catalog.

    Raises:
        WriteRefusedError: it was not, or ``folder`` is a file.
        OSError: the folder cannot be looked at.
    """
    hint = "Name a new or empty folder with --out."
    if folder.exists() and not folder.is_dir():
        raise WriteRefusedError(f"{folder} is a file, not a folder.", hint)
    known = _paths_in_manifest(folder)
    unknown = (path for path in files_below(folder) if path not in known)
    if foreign := list(islice(unknown, _FOREIGN_SHOWN + 1)):
        shown = ", ".join(foreign[:_FOREIGN_SHOWN])
        more = " and more" if len(foreign) > _FOREIGN_SHOWN else ""
        message = f"{folder} holds files that catalog did not make: {shown}{more}."
        raise WriteRefusedError(message, hint)


def files_below(folder: Path) -> Iterator[str]:
    """Yield the path of everything in a folder that is not a folder, in one order.

    Raises:
        OSError: a folder cannot be looked at.
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
    """Return the paths that the manifest of a folder lists; none if it is not one of ours."""
    try:
        listed = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    # Before there were checksums, it was a list: folders of that time are ours as well.
    paths = listed if isinstance(listed, dict | list) else []
    return {MANIFEST, *(path for path in paths if isinstance(path, str))}
