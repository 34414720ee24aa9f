"""Run commands as whole processes, and compare them with others in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What a command used.

    Attributes:
        seconds: processor time of the command and its children.
        wall: seconds until it ended.
        memory: peak memory of its largest process, in MiB.
    """

    seconds: float
    wall: float = 0
    memory: float = 0


@dataclass(frozen=True)
class Ratio:
    """Runs compared with a baseline, pair by pair.

    Attributes:
        run: the run in the middle.
        baseline: processor time of the baseline in the middle, in seconds.
        ratio: median of the ratios of processor time.
        wall: median of the ratios of the time until both ended.
    """

    run: Run
    baseline: float
    ratio: float
    wall: float


def compare(measured: Callable[[], Run], baseline: Callable[[], Run], pairs: int) -> Ratio:
    """Run two functions alternately, so that ratios hold while the machine's speed drifts.

    Args:
        measured: runs once.
        baseline: the same, for comparison.
        pairs: number of rounds.
    """
    rounds = [(measured(), baseline()) for _ in range(pairs)]
    middle = sorted((run for run, _ in rounds), key=lambda run: run.seconds)[pairs // 2]
    return Ratio(
        middle,
        statistics.median(base.seconds for _, base in rounds),
        statistics.median(run.seconds / base.seconds for run, base in rounds),
        statistics.median(run.wall / base.wall for run, base in rounds),
    )


def run(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> Run:
    """Run a command, and return what it used.

    Args:
        command: the command with its arguments.
        folder: where to run it.
        environment: variables in addition to those of this process.

    Raises:
        subprocess.CalledProcessError: the command failed, so its time is meaningless.
    """
    start = time.monotonic()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)
