"""Writing to disk: whole or not at all, only what changed, and never over what we did not make.

A folder that the catalog has written holds a manifest of its files. That is how a later run knows
which of them are stale, and that nothing of anybody else is in the way.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from catalog_tool.exchange import exchange
from catalog_tool.generated import GeneratedFile

MANIFEST = ".catalog-files.json"
"""File in a generated folder that lists what the catalog wrote there."""

_TEMPORARY_PREFIX, _TEMPORARY_SUFFIX = ".catalog-", ".tmp"
_FOREIGN_SHOWN = 3


class WriteRefusedError(Exception):
    """Writing there could destroy what somebody else made; the message says what."""


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a tree did, as sorted paths below its folder."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write_tree(files: Iterable[GeneratedFile], folder: Path) -> Written:
    """Make a folder hold exactly the given files; files that are right already are not touched.

    Each file is replaced in one step. Files of an earlier run that are no longer generated vanish.

    Args:
        files: what the folder shall hold.
        folder: the folder; made if it does not exist.

    Raises:
        WriteRefusedError: the folder holds files that the catalog did not make.
        OSError: a file cannot be written.
    """
    folder = _real(folder)
    refuse_foreign_files(folder)
    texts = {_safe_path(file.path): file.text for file in files}
    before = set(_files_below(folder))
    folder.mkdir(parents=True, exist_ok=True)
    # While both old and new files are there, both are known as ours: a run that is killed here
    # can be repeated.
    _write_manifest(folder, before | texts.keys())
    changed = [path for path in sorted(texts) if replace_text(folder / path, texts[path])]
    removed = sorted(before - texts.keys() - {MANIFEST})
    for path in removed:
        _remove(folder, path)
    _write_manifest(folder, texts.keys())
    return Written(tuple(changed), tuple(removed))


def replace_text(path: Path, text: str) -> bool:
    """Give one file a text in one step, keeping its permissions; return whether it changed.

    Args:
        path: the file; it and its folder are made if they do not exist.
        text: its whole text, written as UTF-8.

    Raises:
        WriteRefusedError: ``path`` is a link, a folder or a device.
        OSError: the file cannot be written.
    """
    mode = _mode_of_file(path)
    content = text.encode()
    if mode is not None and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{_TEMPORARY_PREFIX}{_token()}{_TEMPORARY_SUFFIX}")
    try:
        _write_new(temporary, content, mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


@contextmanager
def replaced_directory(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the place of ``folder`` once that has succeeded.

    Until then, and whenever filling it fails, ``folder`` stays as it is.

    Raises:
        WriteRefusedError: ``folder`` holds files that the catalog did not make.
        OSError: the folders cannot be made or moved.
    """
    folder = _real(folder)
    refuse_foreign_files(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = _sibling(folder)
    new.mkdir()
    try:
        yield new
        _write_manifest(new, _files_below(new))
        swap_directory(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def swap_directory(new: Path, old: Path) -> None:
    """Put a complete folder in the place of another; the old one is left at ``new``, if it was.

    Where the system can exchange two folders in one step, nobody ever sees neither of them.

    Raises:
        OSError: the folders cannot be moved; ``old`` is as it was.
    """
    if not old.exists():
        new.rename(old)
        return
    if exchange(new, old):
        return
    aside = _sibling(old)
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    aside.rename(new)


def refuse_foreign_files(folder: Path) -> None:
    """Make sure that everything in a folder was made by the catalog.

    Raises:
        WriteRefusedError: it was not, or ``folder`` is a file.
        OSError: the folder cannot be looked at.
    """
    if folder.exists() and not folder.is_dir():
        raise WriteRefusedError(f"{folder} is a file, not a folder.")
    known = _manifest(folder)
    unknown = (
        path for path in _files_below(folder) if path not in known and not _is_temporary(path)
    )
    if foreign := list(islice(unknown, _FOREIGN_SHOWN + 1)):
        shown = ", ".join(foreign[:_FOREIGN_SHOWN])
        more = " and more" if len(foreign) > _FOREIGN_SHOWN else ""
        raise WriteRefusedError(f"{folder} holds files that catalog did not make: {shown}{more}.")


def _real(folder: Path) -> Path:
    return Path(os.path.realpath(folder))


def _token() -> str:
    """Return a part of a name that nobody can guess."""
    return os.urandom(8).hex()


def _sibling(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.{_token()}")


def _safe_path(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
        raise ValueError(f"a generated file cannot be called {path!r}")
    return path


def _files_below(folder: Path) -> Iterator[str]:
    """Yield the path of everything in a folder that is not a folder, in one order."""
    for place, folders, names in os.walk(folder, onerror=_raise_unless_absent):
        folders.sort()
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in sorted([*names, *links]):
            yield Path(place, name).relative_to(folder).as_posix()


def _is_temporary(path: str) -> bool:
    """Whether a run that was killed has left this behind."""
    name = PurePosixPath(path).name
    return name.startswith(_TEMPORARY_PREFIX) and name.endswith(_TEMPORARY_SUFFIX)


def _raise_unless_absent(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _manifest(folder: Path) -> set[str]:
    try:
        listed = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return set()
    return {MANIFEST, *listed} if isinstance(listed, list) else set()


def _write_manifest(folder: Path, paths: Iterable[str]) -> None:
    listed = sorted(set(paths) - {MANIFEST})
    replace_text(folder / MANIFEST, json.dumps(listed, indent=0) + "\n")


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    gone = folder / path
    gone.unlink()
    for parent in gone.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def _mode_of_file(path: Path) -> int | None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise WriteRefusedError(f"{path} is a link, a folder or a device, not a plain file.")
    return stat.S_IMODE(mode)


def _write_new(path: Path, content: bytes, mode: int | None) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None:
            os.fchmod(descriptor, mode)
        file.write(content)
        file.flush()
        os.fsync(descriptor)
