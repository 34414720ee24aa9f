"""A progress bar is shown only on a terminal, and only for work that takes a while."""

import os
import pty
import sys
import time
from collections.abc import Iterator

import pytest

from catalog_tool.cli._progress import PATIENCE, PAUSE, Progress

END = "<end>"


class Screen:
    """A real terminal in place of standard error."""

    def __init__(self) -> None:
        self._master, slave = pty.openpty()
        self.stream = os.fdopen(slave, "w", encoding="utf-8")

    def shown(self) -> str:
        """Return what has been written, up to a marker."""
        self.stream.write(END)
        self.stream.flush()
        written = ""
        while not written.endswith(END):
            written += os.read(self._master, 4096).decode()
        return written.removesuffix(END)


@pytest.fixture
def screen() -> Iterator[Screen]:
    made = Screen()
    yield made
    made.stream.close()


def work(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Report ten parts of work that takes some seconds in total."""
    clock = iter([step * seconds / 10 for step in range(1000)])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    with Progress("Checking") as progress:
        for done in range(1, 11):
            progress(done, 10)


def test_long_work_shows_how_far_it_is(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen.stream)
    work(monkeypatch, 2 * PATIENCE)
    shown = screen.shown()
    assert "Checking" in shown
    assert "100%" in shown


def test_work_that_starts_over_gets_a_new_bar(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", screen.stream)
    monkeypatch.setattr(time, "monotonic", iter(range(100)).__next__)
    with Progress("Checking") as progress:
        for done in (5, 10, 5, 10):
            progress(done, 10)
    assert screen.shown().count("100%") == 2


def test_short_work_shows_nothing(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen.stream)
    work(monkeypatch, PATIENCE / 2)
    assert screen.shown() == ""


def test_a_pipe_gets_no_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    work(monkeypatch, 2 * PATIENCE)
    assert capsys.readouterr() == ("", "")


def test_a_log_gets_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    work(monkeypatch, 2.5 * PAUSE)
    assert capsys.readouterr() == ("", "Checking: 4 of 10\nChecking: 8 of 10\n")
