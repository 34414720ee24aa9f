"""Which entries the paths on a command line mean."""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.model.settings import Settings
from catalog_tool.text.characters import escaped


def entry_paths(settings: Settings, paths: Iterable[Path]) -> frozenset[str]:
    """Return the partner files that files and folders on a command line mean.

    Args:
        settings: the catalog.
        paths: absolute, or relative to the working directory.

    Returns:
        Paths relative to the root of the catalog.

    Raises:
        CannotRun: a path does not exist or is no partner file.
    """
    folder = settings.partners_folder.resolve()
    names: set[str] = set()
    for path in paths:
        place = _place(path)
        if place.parent == folder:
            names.add(_existing(path, folder))
        elif place.is_dir() and folder.is_relative_to(place.resolve()):
            names.update(entry.name for entry in folder.iterdir())
        else:
            raise _no_partner_file(path, settings)
    return frozenset(f"{settings.partners}/{escaped(name)}" for name in names)


def _place(path: Path) -> Path:
    """Return an absolute path; an entry that is a link is to be reported, not followed."""
    is_name = path.name not in {"", ".."}
    return path.parent.resolve() / path.name if is_name else path.resolve()


def _existing(path: Path, folder: Path) -> str:
    names = sorted(entry.name for entry in folder.iterdir())
    if path.name in names:
        return path.name
    near = get_close_matches(path.name, names, 1)
    hint = f"Did you mean {path.with_name(near[0])}?" if near else "Was it renamed or deleted?"
    raise CannotRun(f"{path}: there is no such file.", hint)


def _no_partner_file(path: Path, settings: Settings) -> CannotRun:
    hint = f"Partner files stand directly in {settings.partners_folder}."
    if not os.path.lexists(path):
        return CannotRun(f"{path}: there is no such file.", hint)
    return CannotRun(f"{path} is not a partner file of this catalog.", hint)
