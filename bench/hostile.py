"""Find the file of all families that is slowest to check, and the memory that it needs."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.families import families, ordinary
from catalog_tool.linter.draft import check_draft
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check

ENTRY = "partners/hostile.yaml"
_REPEATED = 50  # the slowest files of the first round, measured again
_TIMES = 3


@dataclass(frozen=True)
class Cost:
    """The cost of the slowest file.

    Attributes:
        files: number of files that were measured.
        name: describes the slowest file.
        seconds: processor time of checking the slowest file.
        baseline: processor time of parsing an ordinary file of the largest size, in seconds.
        memory: peak memory of checking the slowest files, in bytes.
    """

    files: int
    name: str
    seconds: float
    baseline: float
    memory: int


def measure_slowest(root: Path) -> Cost:
    """Check every file of every family against a catalog, and return the cost of the slowest.

    Args:
        root: folder of the catalog.
    """
    publication = check(Settings(root=root)).publication

    def check_one(text: str) -> None:
        check_draft(publication, ENTRY, text)

    check_one(ordinary())
    first = [(_seconds(check_one, text), name, text) for name, text in families()]
    slowest = sorted(first, reverse=True)[:_REPEATED]
    again = (
        (min(_seconds(check_one, text) for _ in range(_TIMES)), name) for _, name, text in slowest
    )
    seconds, name = max(again)
    baseline = min(_seconds(_parse, ordinary()) for _ in range(_TIMES))
    memory = max(memory_of(publication, text) for _, _, text in slowest)
    return Cost(len(first), name, seconds, baseline, memory)


def memory_of(publication: Publication, text: str) -> int:
    """Return the peak memory of checking a file, in bytes, as Python counts it.

    Args:
        publication: the catalog to check it against.
        text: the content of the file.
    """
    tracemalloc.start()
    try:
        check_draft(publication, ENTRY, text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _seconds(act: Callable[[str], None], text: str) -> float:
    before = time.process_time()
    act(text)
    return time.process_time() - before


def _parse(text: str) -> None:
    events: Iterator[object] = yaml.parse(text, Loader=yaml.CSafeLoader)
    for _ in events:
        pass
