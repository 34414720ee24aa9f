"""The base class of errors that stop the program, with a message for the user."""

from __future__ import annotations

from pathlib import Path


class CatalogError(Exception):
    """An error outside the entries. An error in an entry is a diagnostic instead.

    Attributes:
        message: what is wrong, in one sentence or on several lines.
        hint: what to do about it; empty if the message says so.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def reason_of(error: OSError) -> str:
    """Return what the system says about a failure, as a sentence that begins with the path."""
    place = f"{Path(str(error.filename)).as_posix()}: " if error.filename else ""
    return f"{place}{error.strerror or error}."
