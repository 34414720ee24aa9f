"""Replaces whole folders: the new one is built next to the old one and moved in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.writer.exchange import exchange
from catalog_tool.writer.files import differs, mode_of
from catalog_tool.writer.lock import only_writer
from catalog_tool.writer.manifest import MANIFEST, files_below, manifest_of, refuse_foreign_files
from catalog_tool.writer.refused import WriteRefusedError
from catalog_tool.writer.siblings import clear_leftovers, new_beside, old_beside, put_back


@dataclass(frozen=True, slots=True)
class WriteResult:
    """The changed and removed files of a tree, as sorted paths in its folder."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write_tree(
    files: Iterable[GeneratedFile], folder: Path, command: str = "catalog"
) -> WriteResult:
    """Make a folder contain exactly the given files; unchanged files aren't touched.

    Args:
        files: the files that the folder should contain.
        folder: the folder, which is created if it doesn't exist. It is replaced in one step if
            anything in it changes.
        command: name of the command, shown to other writers.

    Raises:
        WriteRefusedError: the folder contains files that the catalog didn't create, or another
            command is writing it.
        OSError: a file can't be written; the folder is unchanged.
    """
    contents = {_safe_path(file.path): file.text.encode() for file in files}
    with _writing(folder, command) as old:
        written = _changes(contents, old)
        if written == WriteResult((), ()) and _has_manifest(old):
            return written
        with _replacing(old) as new:
            _fill(new, old, contents, set(written.changed))
    return written


@contextmanager
def replace_directory(folder: Path, command: str = "catalog") -> Iterator[Path]:
    """Yield an empty folder to fill, which replaces ``folder`` afterward.

    If filling it fails, ``folder`` is left unchanged.

    Args:
        folder: the folder to replace; it is created if it doesn't exist.
        command: name of the command, shown to other writers.

    Raises:
        WriteRefusedError: ``folder`` contains files that the catalog didn't create, or another
            command is writing it.
        OSError: a folder can't be created or moved; ``folder`` is unchanged.
    """
    with _writing(folder, command) as old, _replacing(old) as new:
        yield new


def swap_directory(new: Path, old: Path) -> None:
    """Replace a folder with a complete new one; the old folder, if any, is left at ``new``.

    If the system can exchange two folders in one step, ``old`` exists at every moment.

    Raises:
        OSError: a folder can't be moved; ``old`` is unchanged.
    """
    if not old.exists():
        new.rename(old)
        return
    if exchange(new, old):
        return
    aside = old_beside(old)
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    aside.rename(new)


@contextmanager
def _writing(folder: Path, command: str) -> Iterator[Path]:
    """Yield the real path of a folder to its one writer, without leftovers of killed runs."""
    place = Path(os.path.realpath(folder))
    if place.is_mount():
        message = f"{folder} is a mount point, which can't be replaced in one step."
        raise WriteRefusedError(message, "Choose a folder inside it with --out.")
    refuse_foreign_files(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    with only_writer(place, command):
        put_back(place)
        clear_leftovers(place)
        yield place


@contextmanager
def _replacing(old: Path) -> Iterator[Path]:
    new = new_beside(old)
    try:
        new.mkdir()
        yield new
        (new / MANIFEST).write_text(manifest_of(new), encoding="utf-8", newline="\n")
        if old.exists():
            shutil.copymode(old, new)
        swap_directory(new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _changes(contents: Mapping[str, bytes], old: Path) -> WriteResult:
    changed = (path for path in sorted(contents) if _differs(old / path, contents[path]))
    removed = set(files_below(old)) - contents.keys() - {MANIFEST}
    return WriteResult(tuple(changed), tuple(sorted(removed)))


def _differs(path: Path, content: bytes) -> bool:
    """Whether a file must be written; a link or a folder at its path isn't followed."""
    try:
        return differs(path, content)
    except (WriteRefusedError, NotADirectoryError):
        return True


def _has_manifest(folder: Path) -> bool:
    try:
        return (folder / MANIFEST).read_text(encoding="utf-8") == manifest_of(folder)
    except (OSError, ValueError):
        return False


def _fill(new: Path, old: Path, contents: Mapping[str, bytes], changed: set[str]) -> None:
    """Fill a new folder; unchanged files are hard links to those in the old folder."""
    for path, content in contents.items():
        place = new / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if path in changed or not _hard_link(old / path, place):
            place.write_bytes(content)
            _keep_mode(old / path, place)


def _hard_link(old: Path, new: Path) -> bool:
    """Create a hard link to a file; return whether that was possible."""
    try:
        new.hardlink_to(old)
    except OSError:
        return False
    return True


def _keep_mode(old: Path, new: Path) -> None:
    try:
        mode = mode_of(old)
    except (WriteRefusedError, NotADirectoryError):
        return
    if mode is not None:
        new.chmod(mode)


def _safe_path(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
        raise ValueError(f"a generated file can't be named {path!r}")
    return path
