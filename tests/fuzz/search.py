"""Gives each property test a share of the time, and counts the inputs that it tried.

A property test as such tries a fixed number of inputs, always the same. With this plugin it goes
on with new ones until its share is over, wherever in ``tests`` it stands.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import wraps

import pytest

Call = Callable[..., None]


class TimeIsOverError(KeyboardInterrupt):
    """Ends a round of Hypothesis: of this kind alone it takes none for a counterexample."""


@dataclass
class Target:
    """One property while it is tried.

    Attributes:
        name: the id of its test.
        end: when its share of the time is over, in seconds of the clock.
        inputs: how many inputs it was given so far.
        clock: tells the time.
        has_failed: whether it did not hold; a small counterexample is sought then, however long.
    """

    name: str
    end: float
    inputs: int = 0
    clock: Callable[[], float] = time.monotonic
    has_failed: bool = False

    @property
    def is_over(self) -> bool:
        """Whether no further input is to be tried."""
        return not self.has_failed and self.clock() >= self.end

    def counted(self, inner: Call) -> Call:
        """Return the body of a property test, counted; it ends the round when the time is over."""
        # Imported before pytest begins, Hypothesis would be a warning, and so an error.
        from hypothesis.errors import UnsatisfiedAssumption  # noqa: PLC0415

        @wraps(inner)
        def tried(*arguments: object, **named: object) -> None:
            if self.is_over:
                raise TimeIsOverError
            self.inputs += 1
            try:
                inner(*arguments, **named)
            except UnsatisfiedAssumption:
                raise
            except Exception:
                self.has_failed = True
                raise

        return tried

    def repeated(self, once: Call) -> Call:
        """Return a property test that begins anew until the time is over."""

        @wraps(once)
        def again(*arguments: object, **named: object) -> None:
            with suppress(TimeIsOverError):
                while not self.is_over:
                    once(*arguments, **named)

        return again


@dataclass(eq=False)  # pytest keeps its plugins in a set
class Search:
    """The plugin: ``pytest.main([...], plugins=[Search(minutes)])``.

    Attributes:
        minutes: the time for all properties together.
        tried: the properties that had their share, in order.
        number: how many properties there are.
    """

    minutes: float
    tried: list[Target] = field(default_factory=list)
    number: int = 0

    def pytest_configure(self, config: pytest.Config) -> None:
        """Remember the run, to tell its progress."""
        self.config = config

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Count the properties that are left when others have chosen."""
        self.number = len(items)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, object, object]:
        """Try a property again and again, each time with other inputs."""
        share = self.minutes * 60 / self.number
        target = Target(pyfuncitem.nodeid, time.monotonic() + share)
        self.tried.append(target)
        once, handle = pyfuncitem.obj, pyfuncitem.obj.hypothesis
        inner = handle.inner_test
        handle.inner_test = target.counted(inner)
        pyfuncitem.obj = target.repeated(once)
        try:
            return (yield)
        finally:
            pyfuncitem.obj, handle.inner_test = once, inner

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Show no dot for a property: it has a line of its own."""
        return (report.outcome, "", "") if report.passed else None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tell the progress, one line a property."""
        if report.when == "call":
            found = "" if report.passed else f"  {report.outcome}"
            count = f"{len(self.tried)}/{self.number}"
            self._say(f"{count:>9} {self.tried[-1].inputs:>11,} inputs  {report.nodeid}{found}")

    def pytest_terminal_summary(self) -> None:
        """Tell how much was tried in all."""
        inputs = sum(target.inputs for target in self.tried)
        self._say(f"{inputs:,} inputs were tried on {len(self.tried)} properties.")

    def _say(self, line: str) -> None:
        reporter = self.config.pluginmanager.get_plugin("terminalreporter")
        assert isinstance(reporter, pytest.TerminalReporter)
        reporter.write_line(line)
