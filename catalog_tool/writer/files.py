"""Replaces the texts of files: all or none, and only below a folder that the user named."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from catalog_tool.loader.files.folders import open_folder
from catalog_tool.loader.files.system import allow_open_files, set_permissions
from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.writer.lock import only_writer
from catalog_tool.writer.places import Place, clear_leftovers, require_plain, targets_with_leftovers
from catalog_tool.writer.refused import WriteRefusedError

_NO_RENAMES: Mapping[str, str] = {}


def replace_text(path: Path, text: str, command: str = "catalog") -> bool:
    """Replace the text of one file in one step; return whether that changed it.

    See :func:`replace_texts` for the arguments and exceptions. A missing folder is created.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    return bool(replace_texts(path.parent, {path.name: text}, command))


def replace_texts(
    folder: Path,
    texts: Mapping[str, str],
    command: str = "catalog",
    renames: Mapping[str, str] = _NO_RENAMES,
) -> tuple[str, ...]:
    """Replace the texts of files and keep their permissions; unchanged files aren't touched.

    Nothing outside the folder is written: no link inside it is followed. All texts are on disk
    before the first file is replaced. After a later failure, everything is put back.

    Args:
        folder: an existing folder.
        texts: the whole text of each file by its path in the folder, written as UTF-8; missing
            files and their folders are created.
        command: name of the command, shown to other writers.
        renames: the new path of each file that is renamed afterward, by its path.

    Returns:
        The paths of the files whose text changed.

    Raises:
        WriteRefusedError: a path is a link, a folder, or a device, a new name is taken, or another
            command writes one of the files.
        OSError: a file can't be written.
    """
    contents = {path: text.encode() for path, text in sorted(texts.items())}
    tree = DiskTree(folder)
    changed = {path: text for path, text in contents.items() if differs(tree, path, text)}
    touched = {*changed, *renames, *renames.values(), *_with_leftovers(folder, contents)}
    with (
        _only_writer_of(folder, sorted(touched), command) as places,
        _all_or_none() as (temporary, undo),
    ):
        _replace({places[path]: text for path, text in changed.items()}, temporary, undo)
        for old, new in renames.items():
            _rename(places[old], places[new], undo)
    return tuple(changed)


def new_text(folder: Path, path: str, text: str, command: str = "catalog") -> None:
    """Create one file with a text in one step; missing folders in ``folder`` are created.

    Raises:
        FileExistsError: the path exists; it is left unchanged.
        WriteRefusedError: another command is writing it.
        OSError: the file can't be written.
    """
    with _only_writer_of(folder, [path], command) as places, _all_or_none() as (temporary, undo):
        if places[path].mode():
            raise FileExistsError(
                errno.EEXIST, os.strerror(errno.EEXIST), (folder / path).as_posix()
            )
        _replace({places[path]: text.encode()}, temporary, undo)


def differs(tree: DiskTree, path: str, content: bytes) -> bool:
    """Return whether a file has a different content or doesn't exist.

    Raises:
        WriteRefusedError: it is a link, a folder, or a device.
        OSError: it can't be read.
    """
    mode = tree.mode(path)
    require_plain(mode, tree.root / path)
    return not mode or tree.read(path, len(content) + 1) != content


def _with_leftovers(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths of files next to which there are temporary files."""
    for inside, names in _by_folder(paths).items():
        with suppress(FileNotFoundError), open_folder(folder, inside) as place:
            for name in targets_with_leftovers(place, names.keys()):
                yield names[name]


def _by_folder(paths: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the folders of paths, each with its paths by name."""
    folders: dict[str, dict[str, str]] = {}
    for path in paths:
        inside, _, name = path.rpartition("/")
        folders.setdefault(inside, {})[name] = path
    return folders


@contextmanager
def _only_writer_of(
    folder: Path, paths: Collection[str], command: str
) -> Iterator[Mapping[str, Place]]:
    """Yield the places of paths to their one writer, without leftovers of killed runs."""
    allow_open_files(len(paths))  # each lock is one
    places: dict[str, Place] = {}
    with ExitStack() as stack:
        for inside, names in _by_folder(paths).items():
            opened = stack.enter_context(open_folder(folder, inside, create=True))
            locked: dict[str, Place] = {}
            for name, path in names.items():
                place = places[path] = Place(opened, folder / inside / name)
                # A disk that ignores case has one lock for a file and its new name.
                other = locked.setdefault(name.casefold(), place)
                if other is place or not _is_same(other.lock, place.lock):
                    stack.enter_context(only_writer(place, command))
            clear_leftovers(opened, names.keys())
        yield places


@contextmanager
def _all_or_none() -> Iterator[tuple[ExitStack, ExitStack]]:
    """Yield what removes temporary files afterward, and what puts back files after a failure."""
    with ExitStack() as temporary, ExitStack() as undo:
        yield temporary, undo
        undo.pop_all()


def _replace(contents: Mapping[Place, bytes], temporary: ExitStack, undo: ExitStack) -> None:
    """Replace files, once all texts are on disk."""
    modes = {place: place.mode() for place in contents}
    new = {place: place.new() for place in contents}
    for place, content in contents.items():
        require_plain(modes[place], place.path)
        temporary.callback(new[place].remove)
        _write(new[place], content, modes[place])
    for place in contents:
        if not modes[place]:
            new[place].move(place)
            undo.callback(place.remove)
            continue
        old = place.old()
        temporary.callback(old.remove)
        _keep(place, old, modes[place])
        new[place].move(place)
        undo.callback(old.move, place)


def _keep(place: Place, old: Place, mode: int) -> None:
    """Give a file a second name, or copy it where files can't have one."""
    try:
        names, folder = (place.folder.at(place.name), old.folder.at(old.name)), place.folder
        os.link(*names, src_dir_fd=folder.descriptor, dst_dir_fd=old.folder.descriptor)
    except OSError:
        with os.fdopen(place.open(os.O_RDONLY), "rb") as file:
            _write(old, file.read(), mode)


def _write(place: Place, content: bytes, mode: int) -> None:
    """Write a file that doesn't exist yet, with the permissions of an old one, if there is one."""
    descriptor = place.open(os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    with os.fdopen(descriptor, "wb") as file:
        if mode:
            set_permissions(descriptor, mode)
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _rename(old: Place, new: Place, undo: ExitStack) -> None:
    """Rename a file, but not over another one.

    Raises:
        WriteRefusedError: the new name is taken. On a disk that ignores case, it may be the old.
    """
    if new.mode() and old.mode() and not _is_same(old, new):
        raise WriteRefusedError(f"{new.path.as_posix()} already exists.")
    old.move(new)
    undo.callback(new.move, old)


def _is_same(first: Place, second: Place) -> bool:
    one, other = first.status(), second.status()
    return bool(one and other and os.path.samestat(one, other))
