"""Run commands as whole processes, and compare them with others in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
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


# A process counts the memory of the one that started it as its own, and this one may be large.
_LAUNCH = """
import os, sys, time
start = time.monotonic()
silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
_, status, used = os.wait4(process, 0)
seconds, wall = used.ru_utime + used.ru_stime, time.monotonic() - start
print(seconds, wall, used.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


def run(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> Run:
    """Run a command, and return what it used.

    Args:
        command: the command with its arguments.
        folder: where to run it.
        environment: variables in addition to those of this process.

    Raises:
        subprocess.CalledProcessError: the command failed, so its time is meaningless.
    """
    launched = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _LAUNCH, *command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, wall, kibibytes, code = map(float, launched.stdout.split())
    if code:
        raise subprocess.CalledProcessError(int(code), command)
    return Run(seconds, wall, kibibytes / 1024)
