"""Why the program cannot do what it was asked, in words for whoever asked."""

from __future__ import annotations


class CatalogError(Exception):
    """Something outside the entries is in the way. What is wrong in an entry is a diagnostic.

    Attributes:
        message: what is wrong, in one sentence or several lines.
        hint: what to do about it; empty if the message says it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
