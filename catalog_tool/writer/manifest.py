"""The manifest: the list of files that the catalog wrote into a folder, with their checksums.

A run can tell its own files from others, and comparing two manifests shows whether two folders are
identical.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.files.system import Folder
from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.loader.pair import run_in_pair
from catalog_tool.writer.refused import WriteRefusedError

MANIFEST = ".catalog-files.json"
"""File in a generated folder that lists what the catalog wrote there."""

_FOREIGN_SHOWN = 3
_MAX_BYTES = 64 * 1024 * 1024  # a few hundred thousand files


def manifest_text(checksums: Mapping[str, str]) -> str:
    """Return the text of the manifest that lists these checksums by path."""
    return json.dumps(dict(sorted(checksums.items())), indent=0) + "\n"


def checksums_of(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 checksums of files in a folder by path; empty if it isn't a plain file.

    Raises:
        OSError: a file can't be read.
    """
    every = [*paths]

    def checksums(share: list[str]) -> list[tuple[str, str]]:
        return [(path, _checksum(folder / path)) for path in share]

    shared = run_in_pair(lambda pair: pair.share(checksums, every, is_last=True), len(every))
    return dict(shared)


def own_files(folder: Path, shown: Path) -> dict[str, str]:
    """Return the checksums of the files in a folder if the catalog wrote all of them as they are.

    Args:
        folder: the folder, which need not exist.
        shown: the folder as people know it.

    Raises:
        WriteRefusedError: it contains other files, or files that were changed.
        OSError: a file can't be read.
    """
    if folder.exists() and not folder.is_dir():
        raise WriteRefusedError(f"{shown.as_posix()} is a file, not a folder.", _HINT)
    written = _written(folder)
    found = checksums_of(folder, files_below(folder))
    is_plain = bool(found.pop(MANIFEST, True))
    foreign = [path for path, checksum in found.items() if written.get(path) != checksum]
    if not is_plain:
        foreign.append(MANIFEST)
    if foreign:
        raise _foreign(foreign, written, shown)
    return found


def files_below(folder: Path) -> Iterator[str]:
    """Yield the path of everything in a folder that isn't a folder, in a fixed order.

    Raises:
        OSError: a folder can't be read.
    """
    root = os.fspath(folder)
    for place, folders, names in os.walk(root, onerror=_raise_unless_absent):
        folders.sort()
        links = [name for name in folders if Path(place, name).is_symlink()]
        inside = place[len(root) + 1 :].replace(os.sep, "/")  # without paths, of which it has many
        for name in sorted([*names, *links]):
            yield f"{inside}/{name}" if inside else name


_HINT = "Choose a new or empty folder with --out."
_FOREIGN_HINT = f"{_HINT} A file that belongs to the site can be in docs/ instead."


def _foreign(paths: list[str], written: Mapping[str, str], shown: Path) -> WriteRefusedError:
    named = (f"{path} (changed since)" if path in written else path for path in paths)
    listed = ", ".join(islice(named, _FOREIGN_SHOWN))
    more = ", and more" if len(paths) > _FOREIGN_SHOWN else ""
    message = f"{shown.as_posix()} contains files that catalog didn't create: {listed}{more}."
    return WriteRefusedError(message, _FOREIGN_HINT)


def _raise_unless_absent(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _checksum(path: Path) -> str:
    # A pipe isn't waited for, and a link isn't followed.
    if not stat.S_ISREG(path.lstat().st_mode):
        return ""
    with os.fdopen(Folder(path.parent).open(path.name), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _written(folder: Path) -> dict[str, str]:
    """Return the checksums in the manifest of a folder; empty if it isn't one of ours."""
    text, _ = read_text(MANIFEST, _MAX_BYTES, DiskTree(folder))
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return listed if isinstance(listed, dict) else {}
