"""What one file of a stranger costs: the slowest of all families, and the memory it takes."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.families import families, honest
from catalog_tool.linter.draft import check_draft
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check

ENTRY = "partners/hostile.yaml"
_REPEATED = 50  # of the slowest at the first look, measured again
_TIMES = 3


@dataclass(frozen=True)
class Cost:
    """What the dearest file costs.

    Attributes:
        files: how many files were tried.
        name: how the slowest of them is made.
        seconds: processor time of checking it.
        baseline: processor time of parsing an honest file of the greatest size, in seconds.
        memory: most bytes that checking one of the slowest takes at a time.
    """

    files: int
    name: str
    seconds: float
    baseline: float
    memory: int


def dearest(root: Path) -> Cost:
    """Check every file of every family against a catalog, and return what the dearest costs.

    Args:
        root: folder of the catalog.
    """
    publication = check(Settings(root=root)).publication

    def check_one(text: str) -> None:
        check_draft(publication, ENTRY, text)

    check_one(honest())
    first = [(_seconds(check_one, text), name, text) for name, text in families()]
    slowest = sorted(first, reverse=True)[:_REPEATED]
    again = (
        (min(_seconds(check_one, text) for _ in range(_TIMES)), name) for _, name, text in slowest
    )
    seconds, name = max(again)
    baseline = min(_seconds(_parse, honest()) for _ in range(_TIMES))
    memory = max(memory_of(publication, text) for _, _, text in slowest)
    return Cost(len(first), name, seconds, baseline, memory)


def memory_of(publication: Publication, text: str) -> int:
    """Return the most bytes that checking a file takes at a time, as Python counts them.

    Args:
        publication: the catalog that it is checked against.
        text: the file.
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
