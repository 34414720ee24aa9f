"""Replaces whole folders: the new one is built next to the old one and moved in one step."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.writer.exchange import exchange
from catalog_tool.writer.files import differs, replace_texts
from catalog_tool.writer.lock import only_writer
from catalog_tool.writer.manifest import (
    MANIFEST,
    checksums_of,
    files_below,
    manifest_text,
    own_files,
)
from catalog_tool.writer.places import Place, clear_leftovers, open_place, put_back
from catalog_tool.writer.refused import WriteRefusedError


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
    contents = {_safe_path(file.path): file.content for file in files}
    with _writing(_replaceable(folder), command) as place:
        old = own_files(place.path, folder)
        new = {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()}
        changed = {path for path, checksum in new.items() if old.get(path) != checksum}
        written = WriteResult(tuple(sorted(changed)), tuple(sorted(old.keys() - new.keys())))
        if written == WriteResult((), ()) and _has_manifest(place.path, new):
            return written
        with _replacing(place, folder) as fresh:
            _fill(fresh, place.path, contents, changed)
    return written


def create_tree(texts: Mapping[str, str], folder: Path, command: str = "catalog") -> None:
    """Write the files of a new tree: all or none.

    A folder that doesn't exist appears in one step. In an existing folder, such as a new
    repository, a run that is killed can leave a part of the files; the next one adds the others.

    Args:
        texts: the whole text of each file by its path in the folder.
        folder: the folder.
        command: name of the command, shown to other writers.

    Raises:
        WriteRefusedError: one of the files exists with another text, or all of them exist.
        OSError: a file can't be written; nothing was written.
    """
    with _writing(Path(os.path.realpath(folder)), command) as place:
        if place.mode():
            _add(texts, folder, command)
            return
        new = place.new()
        try:
            new.path.mkdir()
            contents = {path: text.encode() for path, text in texts.items()}
            _fill(new.path, place.path, contents, set(contents))
            new.move(place)
        finally:
            shutil.rmtree(new.path, ignore_errors=True)


def _add(texts: Mapping[str, str], folder: Path, command: str) -> None:
    """Write the files that don't exist yet; there must be such a file, and no different one."""
    tree = DiskTree(folder)
    existing = [path for path in texts if tree.mode(path)]
    different = [path for path in existing if differs(tree, path, texts[path].encode())]
    if different or not replace_texts(folder, texts, command):
        hint = "Choose a new folder, or an empty repository."
        path = folder / (different or existing)[0]
        raise WriteRefusedError(f"{path.as_posix()} already exists. Nothing was written.", hint)


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
    with _writing(_replaceable(folder), command) as place:
        own_files(place.path, folder)
        with _replacing(place, folder) as new:
            yield new


def swap_directory(new: Place, old: Place) -> None:
    """Replace a folder with a complete new one; the old folder, if any, is left at ``new``.

    If the system can exchange two folders in one step, ``old`` exists at every moment.

    Raises:
        OSError: a folder can't be moved; ``old`` is unchanged.
    """
    if not old.mode():
        new.move(old)
        return
    if exchange(new, old):
        return
    aside = old.old()
    old.move(aside)
    try:
        new.move(old)
    except OSError:
        aside.move(old)
        raise
    aside.move(new)


def _replaceable(folder: Path) -> Path:
    """Return the real path of a folder.

    Raises:
        WriteRefusedError: it can't be replaced in one step.
    """
    path = Path(os.path.realpath(folder))
    if path.is_mount():
        message = f"{folder.as_posix()} is a mount point, which can't be replaced in one step."
        raise WriteRefusedError(message, "Choose a folder inside it with --out.")
    return path


@contextmanager
def _writing(path: Path, command: str) -> Iterator[Place]:
    """Yield the place of a folder to its one writer, without leftovers of killed runs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open_place(path) as place, only_writer(place, command):
        put_back(place)
        clear_leftovers(place.folder, {place.name})
        yield place


@contextmanager
def _replacing(old: Place, shown: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of the old one afterward.

    Raises:
        WriteRefusedError: meanwhile, the old one has files that the catalog didn't create.
    """
    new = old.new()
    try:
        new.path.mkdir()
        yield new.path
        checksums = checksums_of(new.path, files_below(new.path))
        (new.path / MANIFEST).write_text(manifest_text(checksums), encoding="utf-8", newline="\n")
        if old.mode():
            shutil.copymode(old.path, new.path)
        own_files(old.path, shown)
        swap_directory(new, old)
        _put_back_if_foreign(new, old, shown)
    finally:
        shutil.rmtree(new.path, ignore_errors=True)


def _put_back_if_foreign(replaced: Place, old: Place, shown: Path) -> None:
    """Look once more, now that nobody finds the replaced folder under its name."""
    try:
        own_files(replaced.path, shown)
    except WriteRefusedError:
        swap_directory(replaced, old)
        raise


def _has_manifest(folder: Path, checksums: Mapping[str, str]) -> bool:
    try:
        return (folder / MANIFEST).read_text(encoding="utf-8") == manifest_text(checksums)
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
    with suppress(FileNotFoundError, NotADirectoryError):
        if stat.S_ISREG(mode := old.lstat().st_mode):
            new.chmod(stat.S_IMODE(mode))


def _safe_path(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
        raise ValueError(f"a generated file can't be named {path!r}")
    return path
