"""What an audit finds wrong."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing that keeps a finished site from being published.

    Attributes:
        path: the file of the site that it is about.
        message: what is wrong there, in one sentence.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"
