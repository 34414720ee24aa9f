"""Temporary files and folders next to the target, under names that nothing else uses.

They begin with a dot and end with ``~``, like backup files of editors, so Git, the check, and
readers ignore them. If a run is killed, some of them remain, and the next run removes them.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_OLD = "old-"
_TOKEN = "[0-9a-f]{16}"  # noqa: S105 - a pattern of names


def lock_beside(target: Path) -> Path:
    """Return the file that is locked while a target is written."""
    return _beside(target, "lock")


def new_beside(target: Path) -> Path:
    """Return an unguessable path for the replacement of a target."""
    return _beside(target, os.urandom(8).hex())


def old_beside(target: Path) -> Path:
    """Return a path for a complete target that is moved aside."""
    return _beside(target, f"{_OLD}{os.urandom(8).hex()}")


def put_back(target: Path) -> None:
    """Restore a target if a run was killed right after moving it aside.

    Only the one writer of the target may call this and :func:`clear_leftovers`.

    Raises:
        OSError: it can't be moved.
    """
    if os.path.lexists(target):
        return
    for old in _leftovers(target, _OLD):
        old.rename(target)
        return


def has_leftovers(target: Path) -> bool:
    """Return whether there are temporary files next to a target, even of a running command."""
    return lock_beside(target).exists() or any(_leftovers(target, f"(?:{_OLD})?"))


def clear_leftovers(target: Path) -> None:
    """Remove what killed runs left next to a target, as far as possible."""
    for path in _leftovers(target, f"(?:{_OLD})?"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            remove_quietly(path)


def remove_quietly(path: Path) -> None:
    """Remove a file of ours; if that fails, it is left to the next run."""
    with suppress(OSError):
        path.unlink()


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.catalog-{kind}~")


def _leftovers(target: Path, kind: str) -> Iterator[Path]:
    name = re.compile(rf"\.{re.escape(target.name)}\.catalog-{kind}{_TOKEN}~")
    for other in sorted(target.parent.iterdir()):
        if name.fullmatch(other.name):
            yield other
