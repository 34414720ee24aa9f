"""Errors that prevent writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog_tool.model.error import CatalogError, reason_of


class WriteRefusedError(CatalogError):
    """Writing could destroy files of someone else; the message says which."""


class NotWrittenError(CatalogError):
    """The system couldn't write; the existing files are unchanged."""


@contextmanager
def writing(target: str | Path) -> Iterator[None]:
    """Turn errors of the system into an error that names the target.

    Args:
        target: what is written, as users know it.

    Raises:
        NotWrittenError: the system refused to read or write a file.
    """
    try:
        yield
    except OSError as error:
        name = target.as_posix() if isinstance(target, Path) else target
        reason = f"{name} couldn't be written.\n{reason_of(error)}"
        raise NotWrittenError(reason, "What was there before is unchanged.") from error
