"""The command line in a process of its own, where a file changes in the moment it is opened.

``python -m tests.restless_files CHANGE TIME ARGUMENT…`` runs the command with its arguments; the
``TIME``-th opening of the file is preceded by the change. ``unreadable`` changes nothing: it gives
away the rights of root, whom no permission stops, and runs the command after that.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from catalog_tool.cli import main

NAME = "contoso.yaml"
UNREADABLE = "unreadable"
_NOBODY = 65_534


def _as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _as_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


def _as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "folder": _as_folder,
    "gone": Path.unlink,
    "grown": lambda path: path.write_bytes(b"x" * 2_000_000),
    "link": _as_link,
    "emptied": lambda path: path.write_bytes(b""),
    "pipe": _as_pipe,
}


def change_at_opening(change: Callable[[Path], object], time: int) -> None:
    """Let a file change just before it is opened.

    Args:
        change: what is done to it.
        time: before which opening, counted from 1.
    """
    openings = 0

    def before_opening(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal openings
        if event != "open" or not str(arguments[0]).endswith(NAME):
            return
        openings += 1
        if openings == time:
            # The folder is open already, so the event has only the name.
            change(Path("partners") / NAME)

    sys.addaudithook(before_opening)


def give_away_rights(arguments: list[str]) -> None:
    """Become nobody, after a run that imports whatever nobody may not even read."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main(arguments)
    if not os.geteuid():
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


if __name__ == "__main__":
    name, number, *command = sys.argv[1:]
    if name == UNREADABLE:
        give_away_rights(command)
    else:
        change_at_opening(CHANGES[name], int(number))
    main(command)
