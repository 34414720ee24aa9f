"""A file that the catalog generates: a path and a text, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """One generated text file.

    Attributes:
        path: path below the folder it is written to, with forward slashes.
        text: its whole text, ending in a line end.
        edit: path in the repository of the file that a reader would edit to change it, or ``""``.
    """

    path: str
    text: str
    edit: str = ""
