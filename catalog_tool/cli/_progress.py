"""A progress bar on a terminal, for work that takes longer than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 1.0
"""Seconds of work before a bar is shown."""


class Progress:
    """Shows progress as a bar, if standard error is a terminal and the work takes long enough."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._start = time.monotonic()
        self._bar: ProgressBar[int] | None = None
        self._is_terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` parts are done."""
        if not self._is_terminal or time.monotonic() - self._start < PATIENCE:
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

    def _close(self) -> None:
        if self._bar:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def _new_bar(self, total: int) -> ProgressBar[int]:
        import click  # noqa: PLC0415 - loaded only if a bar is shown

        bar = click.progressbar(length=total, label=self._label, file=sys.stderr)
        return bar.__enter__()
