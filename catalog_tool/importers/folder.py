"""Reads the lists in a file or a folder: which files there are, and why others aren't read."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from catalog_tool.importers import MAX_BYTES
from catalog_tool.importers.choices import FORMAT_OF_SUFFIX
from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.model.error import CatalogError

MAX_FILES = 10_000
"""The most files of a folder: one for each entry of a large catalog."""

# Files about a folder. If nothing else is in the folder, such a page can be about a partner.
_ABOUT_FOLDER = re.compile(
    r"_|(?:contributing|index|license|readme|template)\b|(?:example|sample|schema)\.", re.IGNORECASE
)
_EXAMPLES = frozenset({"example", "sample", "template"})
"""Folders with files to copy."""
_ABOUT = "The name says that it is about the folder. To import it, name it instead of the folder."
_INTO = "Import into another folder."
_SMALLER = "Import its folders one by one."
_AS_TEXT = (
    "Save the list as text with the encoding UTF-8. In Excel, choose File > Save as > CSV UTF-8. "
    "In Notepad, choose File > Save as > Encoding: UTF-8."
)
_OTHER_KIND = f"Only files with these endings are read: {', '.join(FORMAT_OF_SUFFIX)}."


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file of the folder that wasn't read.

    Attributes:
        file: its path in the folder.
        reason: why.
        is_list: whether it may contain partners.
    """

    file: str
    reason: str
    is_list: bool = False


def read_texts(source: Path, into: Path) -> tuple[Mapping[str, str], tuple[SkippedFile, ...]]:
    """Return the text of each list, by its path in the source; ``""`` if the source is a file.

    Hidden files aren't read, and no links are followed.

    Args:
        source: a list, or a folder of lists.
        into: the folder for the entries, which isn't read if it is in the source.

    Raises:
        CatalogError: the list can't be read, or the folder has too many files or bytes.
    """
    name = source.as_posix()
    if not source.is_dir():
        text, problem = read_text(source, MAX_BYTES)
        if problem:
            hint = _AS_TEXT if problem.rule == "not-utf-8" else problem.hint
            raise CatalogError(f"{name}: {problem.message}", hint)
        return {"": text}, ()
    if source.resolve() == into.resolve():
        raise CatalogError(f"{name} can't have both the lists and the entries.", _INTO)
    texts: dict[str, str] = {}
    skipped: list[SkippedFile] = []
    room = MAX_BYTES
    try:
        tree = DiskTree(source)
        for path, reason in _files(tree, into.resolve()):
            text, problem = ("", None) if reason else read_text(path, MAX_BYTES, tree)
            if reason or problem:
                message = problem.message if problem else reason
                skipped.append(SkippedFile(path, message, is_list=not reason))
            else:
                texts[path] = text
            room -= len(text)
            if room < 0:
                raise CatalogError(f"{name} has more than {MAX_BYTES // 1024} KiB.", _SMALLER)
    except OSError as error:
        raise CatalogError(f"{name} can't be read: {error.strerror or error}") from error
    return texts, tuple(skipped)


def _files(tree: DiskTree, into: Path) -> Iterator[tuple[str, str]]:
    """Yield each file, and the reason not to read it or ``""``."""
    paths = list(islice(_paths(tree, into), MAX_FILES + 1))
    if len(paths) > MAX_FILES:
        raise CatalogError(f"{tree.root.as_posix()} has more than {MAX_FILES:,} files.", _SMALLER)
    lists = {path for path in paths if path.suffix.lower() in FORMAT_OF_SUFFIX}
    examples = {path for path in lists if not _EXAMPLES.isdisjoint(map(str.lower, path.parts))}
    about = {path for path in lists if _ABOUT_FOLDER.match(path.name)}
    others = {path.parent for path in lists - about}
    others |= {folder for path in lists for folder in path.parent.parents}
    for path in paths:
        is_example = path in examples and lists > examples
        is_about = is_example or (path in about and path.parent in others)
        other_kind = "" if path in lists else _OTHER_KIND
        yield str(path), _ABOUT if is_about else other_kind


def _paths(tree: DiskTree, into: Path) -> Iterator[PurePosixPath]:
    folders = [PurePosixPath()]
    while folders:
        folder = folders.pop()
        for name in sorted(tree.names("/".join(folder.parts))):
            path = folder / name
            if name.startswith("."):
                continue
            if not stat.S_ISDIR(tree.mode(str(path))):
                yield path
            elif (tree.root / path).resolve() != into:
                folders.append(path)
