"""The merge that Git would make of two commits, without a checkout, as GitHub makes it.

It is made in an empty repository that borrows the objects of the real one. So the real one gains
nothing, and no setting, attribute, or merge driver counts, whether it comes from a commit, the
repository, or the computer. GitHub ignores them too. Git's defaults count: renamed files are found,
and a new file in a folder that the other side renamed is a conflict.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from catalog_tool.loader.git.command import (
    GitError,
    commit_id,
    git_output,
    merge_base,
    prefix_of,
    run_git,
)

_MERGE_TREE = "merge-tree --write-tree -z --name-only --messages".split()
_NO_ATTRIBUTES = ("-c", f"core.attributesFile={os.devnull}")
_LONGEST_TIME = 120  # seconds: a hundred times what the largest catalog that we measure needs
_LONGEST_LISTING = 32 * 1024 * 1024  # bytes: more than a hundred thousand long names
_BORROWED = "GIT_ALTERNATE_OBJECT_DIRECTORIES"
_CLEAN, _CONFLICTS, _UNKNOWN_OPTION = 0, 1, 129


@dataclass(frozen=True, slots=True)
class Merge:
    """The merge of two commits.

    Attributes:
        base: id of the commit that is merged into.
        head: id of the commit that is merged.
        tree: id of the merged files; those with conflicts have Git's markers.
        environment: the variables with which Git finds ``tree`` in the repository.
        conflicts: paths, relative to the root of the catalog, that Git can't merge.
    """

    base: str
    head: str
    tree: str
    environment: Mapping[str, str]
    conflicts: tuple[str, ...]


@contextmanager
def merged(root: Path, base: str, head: str) -> Iterator[Merge]:
    """Merge two commits; the merged files exist until the end of the ``with`` block.

    Args:
        root: the root of the catalog, in a repository.
        base: any name of the commit to merge into.
        head: any name of the commit to merge.

    Raises:
        GitError: Git is too old or too slow, or doesn't have the commits or their common history.
    """
    commits = commit_id(root, base), commit_id(root, head)
    with TemporaryDirectory(prefix="catalog-merge-") as name:
        folder = Path(name)
        code, output = _merge_tree(root, folder, commits)
        if code == _UNKNOWN_OPTION:
            raise GitError("This Git can't merge without a checkout.", "Install Git 2.38 or newer.")
        if code not in {_CLEAN, _CONFLICTS}:
            merge_base(root, base, head)  # explains it if they have no common history
            raise GitError(f"Git couldn't merge {head!r}. Objects may be missing in this clone.")
        tree, *rest = output.split("\0")
        prefix = prefix_of(root)
        paths = (_without_side(path, commits) for path in _conflicts(iter(rest)))
        conflicts = {from_root(path, prefix) for path in paths}
        environment = {**os.environ, _BORROWED: _borrowed(folder / "objects")}
        yield Merge(*commits, tree, environment, tuple(sorted(conflicts)))


def from_root(path: str, prefix: str) -> str:
    """Return a path of the repository relative to the root of the catalog.

    Args:
        path: the path.
        prefix: the path of the catalog in the repository, see :func:`prefix_of`.
    """
    if path.startswith(prefix):
        return path.removeprefix(prefix)
    return f"{'../' * len(Path(prefix).parts)}{path}"


def _merge_tree(root: Path, folder: Path, commits: tuple[str, str]) -> tuple[int, str]:
    """Merge in an empty repository in ``folder``; return Git's exit code and output."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = outside | {
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_DIR": str(folder),
        "GIT_SHALLOW_FILE": _inside(root, "shallow"),
        _BORROWED: _borrowed(_inside(root, "objects")),
    }
    kind = git_output(root, ["rev-parse", "--show-object-format"]).strip()
    initialize = ["init", "--quiet", "--bare", "--template=", f"--object-format={kind}"]
    git_output(folder, initialize, environment)
    arguments = [*_NO_ATTRIBUTES, *_MERGE_TREE, *commits]
    with (folder / "output").open("w+b") as file:
        code = run_git(folder, arguments, file, _LONGEST_TIME, environment)
        file.seek(0)
        output = file.read(_LONGEST_LISTING + 1)
    if len(output) > _LONGEST_LISTING:
        raise GitError("There are conflicts in too many files to list.")
    return code, os.fsdecode(output)


def _inside(root: Path, name: str) -> str:
    """Return where the repository has a file or folder of its own."""
    arguments = ["rev-parse", "--path-format=absolute", "--git-path", name]
    return git_output(root, arguments).removesuffix("\n")


def _borrowed(objects: str | Path) -> str:
    """Return a folder of objects and those that are borrowed already, as Git expects them."""
    quoted = os.fspath(objects).replace("\\", "\\\\").replace('"', '\\"')
    return os.pathsep.join(filter(None, (f'"{quoted}"', os.environ.get(_BORROWED))))


def _conflicts(output: Iterator[str]) -> Iterator[str]:
    """Yield the files that have conflicts, then the paths in messages about conflicts.

    Some conflicts are only in messages: a number of paths, these paths, a kind, and a text.
    """
    yield from iter(lambda: next(output, ""), "")
    while count := next(output, ""):
        paths = list(islice(output, int(count)))
        kind, _text = islice(output, 2)
        if kind.startswith("CONFLICT"):
            yield from paths


def _without_side(path: str, commits: tuple[str, str]) -> str:
    """Return a path without the commit that Git appends if a folder and a file have one name."""
    base, head = commits
    return path.removesuffix(f"~{base}").removesuffix(f"~{head}")
