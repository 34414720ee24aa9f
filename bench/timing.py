"""Times pairs of commands in turn, so that a ratio holds while the machine's speed drifts."""

from __future__ import annotations

import resource
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ratio:
    """One measurement against its baseline.

    Attributes:
        seconds: median processor time of the measured, in seconds.
        baseline: median processor time of what it is compared with, in seconds.
        ratio: median of the ratios, pair by pair.
    """

    seconds: float
    baseline: float
    ratio: float


def compare(measured: Callable[[], float], baseline: Callable[[], float], pairs: int) -> Ratio:
    """Measure two things in turn, after one round that does not count.

    Args:
        measured: runs once and returns its seconds.
        baseline: the same for what it is compared with.
        pairs: how many rounds count.
    """
    measured(), baseline()
    rounds = [(measured(), baseline()) for _ in range(pairs)]
    return Ratio(
        statistics.median(seconds for seconds, _ in rounds),
        statistics.median(seconds for _, seconds in rounds),
        statistics.median(seconds / base for seconds, base in rounds),
    )


def process_seconds(command: Sequence[str], folder: Path) -> float:
    """Run a command to its end and return the processor time it and its children took, in seconds.

    Raises:
        subprocess.CalledProcessError: the command failed, so its time means nothing.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
