"""Files and folders beside the one that is written, under names that nobody else uses.

They begin with a dot and end with ``~``, as what editors leave does: Git, the check and readers
pass them over. A run that is killed leaves some behind; the next one removes them.
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
    """Return a path for what shall take the place of a target; nobody can guess it."""
    return _beside(target, os.urandom(8).hex())


def old_beside(target: Path) -> Path:
    """Return a path for a target that was moved aside, and that is whole."""
    return _beside(target, f"{_OLD}{os.urandom(8).hex()}")


def put_back(target: Path) -> None:
    """Put a target back that a run was killed right after moving aside.

    Call it, as :func:`clear_leftovers`, only as the one writer of the target.

    Raises:
        OSError: it cannot be moved.
    """
    if os.path.lexists(target):
        return
    for old in _leftovers(target, _OLD):
        old.rename(target)
        return


def has_leftovers(target: Path) -> bool:
    """Return whether something is left beside a target, be it by a run that still goes on."""
    return lock_beside(target).exists() or any(_leftovers(target, f"(?:{_OLD})?"))


def clear_leftovers(target: Path) -> None:
    """Remove what runs that were killed left beside a target; what cannot be removed stays."""
    for path in _leftovers(target, f"(?:{_OLD})?"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            remove_quietly(path)


def remove_quietly(path: Path) -> None:
    """Remove a file of ours; what cannot be removed is left to the next run."""
    with suppress(OSError):
        path.unlink()


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.catalog-{kind}~")


def _leftovers(target: Path, kind: str) -> Iterator[Path]:
    name = re.compile(rf"\.{re.escape(target.name)}\.catalog-{kind}{_TOKEN}~")
    for other in sorted(target.parent.iterdir()):
        if name.fullmatch(other.name):
            yield other
