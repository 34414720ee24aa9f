"""Why something could not be written, in words for whoever asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.writer import WriteRefusedError


@contextmanager
def told_if_not_written(target: str | Path) -> Iterator[None]:
    """Let writing fail with what was to be written, why it was not, and what is there now.

    Raises:
        CannotRun: it failed.
    """
    try:
        yield
    except WriteRefusedError as error:
        raise CannotRun(str(error), error.hint) from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        reason = f"{target} could not be written.\n{place}{error.strerror or error}."
        raise CannotRun(reason, "What was there before is as it was.") from error
