"""Why nothing was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog_tool.model.error import CatalogError


class WriteRefusedError(CatalogError):
    """Writing there could destroy what somebody else made; the message says what."""


class NotWrittenError(CatalogError):
    """The system could not write; what was there before is as it was."""


@contextmanager
def writing(target: str | Path) -> Iterator[None]:
    """Let writing fail with what was to be written, and why it was not.

    Args:
        target: what is written, as the reader of the message knows it.

    Raises:
        NotWrittenError: the system refused to read or write a file.
    """
    try:
        yield
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        reason = f"{target} could not be written.\n{place}{error.strerror or error}."
        raise NotWrittenError(reason, "What was there before is as it was.") from error
