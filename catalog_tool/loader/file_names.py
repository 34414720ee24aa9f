"""Entries whose file has the wrong name, or is in the wrong folder."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.files.tree import FileTree
from catalog_tool.loader.limits import ENTRY_LIMITS
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.error import CatalogError
from catalog_tool.model.identifiers import intended_file_name, is_copy_of_a_program, rename_hint
from catalog_tool.text.characters import escape_hidden

RULE = "invalid-file-name"
_OTHER_FORMATS = {
    (".md", ".markdown"): "Turn the page into an entry with 'catalog import FILE.md'.",
    tuple(".csv .htm .html .json .toml .tsv".split()): (
        "Turn it into an entry with 'catalog import FILE', or copy another entry and change its "
        "values."
    ),
    tuple(".doc .docx .odp .ods .odt .pages .pdf .ppt .pptx .rtf .xls .xlsx".split()): (
        "An entry is a plain text file. Copy another entry, and change its values."
    ),
}
"""What to do with files that a new name doesn't turn into entries, by the ends of their names."""
_MOST_LISTED = 1_000
_MOST_READ = 50
_MAYBE_ENTRY = re.compile(
    r"(?!\.)(?:[^.]+|.+\.(?:ya?ml|json|txt)[. ]*)\Z", re.IGNORECASE | re.DOTALL
)
_KEY = re.compile(
    r"""(?:^["']?|[{,]\s*["'])(name|website|contact|description|applications)["']?[ \t]*:""",
    re.MULTILINE,
)
_FEWEST_KEYS = 3
_DEEPEST = 3


def may_be_entry(path: str) -> bool:
    """Return whether a file has no extension, or one that people give to entries."""
    return _MAYBE_ENTRY.match(path.rpartition("/")[2]) is not None


def entry_files(paths: Iterable[str], tree: FileTree) -> Iterator[str]:
    """Yield the paths of files that contain an entry, as far as a look at their keys can tell.

    Only a few files are read, so that a folder full of others takes no time.
    """
    return (
        path for path in islice(filter(may_be_entry, paths), _MOST_READ) if _is_entry(path, tree)
    )


def misplaced_files(partners: str, tree: FileTree) -> list[str]:
    """Return the paths of entries above or next to the partners folder, where people put them.

    Other folders aren't searched: a repository can have examples of entries there.

    Args:
        partners: path of the folder.
        tree: where the files are.
    """
    *above, name = partners.split("/")
    parents = ["/".join(above[:length]) for length in range(len(above) + 1)]
    similar = (
        path
        for path in _paths_in(parents[-1], tree)
        if path != partners
        and _is_similar(path.rpartition("/")[2], name)
        and stat.S_ISDIR(tree.mode(path))
    )
    inside = (_paths_in(folder, tree) for folder in chain(parents, similar))
    return list(entry_files(chain.from_iterable(inside), tree))


def misplaced_problem(path: str, partners: str, tree: FileTree) -> Problem:
    """Return the problem of an entry outside the partners folder."""
    message = f"This entry is not directly in {partners}/, so it isn't published."
    return Problem((), message, _way_to(path, partners, tree), rule=RULE, path=escape_hidden(path))


def name_problem(path: str, partners: str, tree: FileTree) -> Problem:
    """Return the problem of something in the partners folder that has no valid name."""
    name = path.rpartition("/")[2]
    if stat.S_ISDIR(tree.mode(path)):
        return _folder_problem(path, partners, tree)
    if is_copy_of_a_program(name):
        message = "This is a backup copy that a program left here."
        hint = "Delete it. If it's an entry, rename it after the partner."
    else:
        message = f"'{escape_hidden(name)}' isn't a valid file name for an entry."
        hint = _way_to(path, partners, tree)
    return Problem((), message, hint, rule=RULE)


def intended_path(path: str, partners: str, tree: FileTree) -> str:
    """Return where an entry should be, or ``""`` if that's unknown or it isn't an entry."""
    name = path.rpartition("/")[2]
    new = intended_file_name(name) or intended_file_name(name, is_entry=_is_entry(path, tree))
    return f"{partners}/{new}" if new else ""


def is_empty_folder(path: str, tree: FileTree, depth: int = _DEEPEST) -> bool:
    """Return whether a path is a folder with at most other empty folders.

    Git knows no such folders, and a fix that moves the last entry out of a folder leaves one.
    """
    if not (depth and stat.S_ISDIR(tree.mode(path))):
        return False
    return all(is_empty_folder(f"{path}/{name}", tree, depth - 1) for name in tree.names(path))


def entries_inside(folder: str, tree: FileTree) -> Iterator[str]:
    """Yield the paths of entries in a folder and its folders."""
    paths = [*_paths_in(folder, tree)]
    deeper = (_paths_in(path, tree) for path in paths if stat.S_ISDIR(tree.mode(path)))
    return entry_files(chain(paths, chain.from_iterable(deeper)), tree)


def _folder_problem(path: str, partners: str, tree: FileTree) -> Problem:
    hint = f"Put partner files directly in {partners}/, without subfolders."
    first, *others = [*entries_inside(path, tree)] or [""]
    if first:
        hint = _way_to(first, partners, tree)
    if others:
        hint = f"{hint} Then move the other {len(others)} in the same way."
    return Problem((), "This is a folder, so nothing in it is published.", hint, rule=RULE)


def _way_to(path: str, partners: str, tree: FileTree) -> str:
    """Return what to do with an entry to get it where it should be."""
    new = intended_path(path, partners, tree)
    if not new:
        others = (hint for ends, hint in _OTHER_FORMATS.items() if path.lower().endswith(ends))
        name = "Name the file after the partner. Use lowercase letters, digits, and hyphens"
        return next(others, f"{name}, then .yaml.")
    if not tree.mode(new):
        return rename_hint(path, new)
    if new.casefold() == path.casefold():
        return f"'{new}' exists too. On systems that ignore case, the two are one file. Keep one."
    return f"'{new}' exists too. If this file is newer, copy its text there. Then delete this file."


def _is_similar(name: str, other: str) -> bool:
    return name.casefold().rstrip("s") == other.casefold().rstrip("s")


def _paths_in(folder: str, tree: FileTree) -> list[str]:
    """Return the paths in a folder; none if it can't be listed, as then nothing is published."""
    prefix = f"{folder}/" if folder else ""
    try:
        return [prefix + name for name in sorted(tree.names(folder))[:_MOST_LISTED]]
    except (OSError, CatalogError):
        return []


def _is_entry(path: str, tree: FileTree) -> bool:
    text, _ = read_text(path, ENTRY_LIMITS.max_bytes, tree)
    if '"$schema":' in text:
        return False  # the schema of entries, as `catalog schema` prints it
    keys = {found[1] for found in _KEY.finditer(text)}
    return len(keys) >= _FEWEST_KEYS
