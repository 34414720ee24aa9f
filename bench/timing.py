"""Time pairs of commands alternately, so that ratios hold while the machine's speed drifts."""

from __future__ import annotations

import resource
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ratio:
    """One measurement compared with its baseline.

    Attributes:
        seconds: median processor time, in seconds.
        baseline: median processor time of the baseline, in seconds.
        ratio: median of the ratios, pair by pair.
    """

    seconds: float
    baseline: float
    ratio: float


def compare(measured: Callable[[], float], baseline: Callable[[], float], pairs: int) -> Ratio:
    """Measure two functions alternately, after one warm-up round.

    Args:
        measured: runs once and returns its time in seconds.
        baseline: the same, for comparison.
        pairs: number of rounds that count.
    """
    measured(), baseline()
    rounds = [(measured(), baseline()) for _ in range(pairs)]
    return Ratio(
        statistics.median(seconds for seconds, _ in rounds),
        statistics.median(seconds for _, seconds in rounds),
        statistics.median(seconds / base for seconds, base in rounds),
    )


def process_seconds(command: Sequence[str], folder: Path) -> float:
    """Run a command, and return the processor time that it and its children used, in seconds.

    Raises:
        subprocess.CalledProcessError: the command failed, so its time is meaningless.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
