"""A progress bar on a terminal, and now and then a line in a log, for work that takes long."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 1.0
"""Seconds of work before a bar is shown."""
PAUSE = 30.0
"""Seconds of work before each line in a log."""


class Progress:
    """Shows progress on standard error as a bar, or as lines if it isn't a terminal."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._start = self._last_line = time.monotonic()
        self._bar: ProgressBar[int] | None = None
        self._is_terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` parts are done."""
        now = time.monotonic()
        if not self._is_terminal:
            self._log(done, total, now)
            return
        if now - self._start < PATIENCE:
            return
        if self._bar and done < self._bar.pos:
            self._close()  # the work starts over, as in each round of fixes
        if self._bar is None:
            self._bar = self._new_bar(total)
        self._bar.update(done - self._bar.pos)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def _log(self, done: int, total: int, now: float) -> None:
        if now - self._last_line >= PAUSE:
            self._last_line = now
            sys.stderr.write(f"{self._label}: {done:,} of {total:,}\n")
            sys.stderr.flush()

    def _close(self) -> None:
        if self._bar:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def _new_bar(self, total: int) -> ProgressBar[int]:
        import click  # noqa: PLC0415 - loaded only if a bar is shown

        bar = click.progressbar(length=total, label=self._label, file=sys.stderr)
        return bar.__enter__()
