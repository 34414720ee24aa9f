"""Writing the partner files that fixes have changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.linter.fix import FixedFile, text_of
from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.text.terminal import visible
from catalog_tool.writer import replace_text, writing


def write_files(files: Iterable[FixedFile], root: Path) -> None:
    """Write what :func:`mended` has found.

    Raises:
        CannotRun: a file is not as it was read, or cannot be written.
    """
    for file in files:
        with writing(visible(file.path)):
            _write(file, root)


def _write(file: FixedFile, root: Path) -> None:
    if text_of(file.path, DiskTree(root)) != (file.before, file.is_recoded):
        message = f"{visible(file.path)} has changed since it was checked."
        raise CannotRun(message, "It is as it is now. Check again.")
    if file.is_changed:
        replace_text(root / file.path, file.after, "catalog check")
    if file.is_renamed:
        (root / file.path).rename(root / file.new_path)
