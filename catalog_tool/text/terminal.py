"""Makes strangers' text safe for a terminal: it can't act, hide, or move the text around it."""

from __future__ import annotations

import os
from pathlib import Path

import unicodedata2 as unicodedata

from catalog_tool.text.characters import hidden_characters

_LAYOUT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# GitHub's runner obeys the first mark at the start of a log line, and the second one anywhere.
_COMMAND = "::"
_RUNNER_COMMAND = "##["
_BRACKET = "\\x5b"
_WIDE = frozenset("WF")
_WIDTHLESS = frozenset({"Mn", "Me", "Cf"})


def visible(text: str) -> str:
    r"""Return ``text`` as one line in which each hidden character shows as its escape.

    >>> visible("a\x1b[31m\u202eb\n")
    'a\\x1b[31m\\u202eb\\n'
    """
    shown = "".join(visible_cells(text))
    is_command = shown.lstrip().startswith(_COMMAND)
    return shown.replace(_COMMAND, ":\\x3a", 1) if is_command else shown


def visible_cells(text: str) -> list[str]:
    """Return what :func:`visible` shows for each character, for text inside a line."""
    cells = [_LAYOUT.get(char, char) for char in text]
    for offset in hidden_characters(text):
        cells[offset] = _escape(text[offset])
    at = text.find(_RUNNER_COMMAND)
    while at >= 0:
        at += len(_RUNNER_COMMAND)
        cells[at - 1] = _BRACKET
        at = text.find(_RUNNER_COMMAND, at)
    return cells


def width(text: str) -> int:
    """Return the number of terminal columns that visible text takes.

    Wide and full-width characters take two columns, combining marks none (Unicode annex 11).
    """
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in _WIDTHLESS:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode()


def path_from_here(path: Path) -> str:
    """Return a path from the working directory, with forward slashes.

    It is absolute if the working directory is on another drive of Windows.
    """
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()
