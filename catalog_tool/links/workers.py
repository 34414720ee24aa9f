"""Visits many links: hosts in parallel, the links of one host one after another."""

from __future__ import annotations

import queue
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from catalog_tool.links.inventory import CatalogLink
from catalog_tool.links.visit import LinkVerdict, Opener, VisitResult

THREAD_NAME = "links"
"""Name of each thread of a run."""


def visit_links(links: Iterable[CatalogLink], opener: Opener) -> Iterator[tuple[str, VisitResult]]:
    """Open links, and yield the address and the result of each as soon as it is known.

    No further link is opened after the caller closes the iterator.
    """
    lanes = _lanes(links)
    workers = _Workers(opener)
    for lane in lanes:
        workers.waiting.put(lane)
    for _ in range(min(opener.policy.workers, len(lanes))):
        threading.Thread(target=workers.work, name=THREAD_NAME, daemon=True).start()
    try:
        for _ in range(sum(map(len, lanes))):
            yield workers.answers.get()
    finally:
        workers.over.set()


def _lanes(links: Iterable[CatalogLink]) -> list[list[CatalogLink]]:
    """Return the links of each host, the longest list first because it takes the longest."""
    lanes: defaultdict[str, list[CatalogLink]] = defaultdict(list)
    for link in links:
        lanes[link.host].append(link)
    return sorted(lanes.values(), key=lambda lane: (-len(lane), lane[0].host))


class _Workers:
    """The state that the threads of a run share."""

    def __init__(self, opener: Opener) -> None:
        self.opener = opener
        self.waiting: queue.SimpleQueue[Sequence[CatalogLink]] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[tuple[str, VisitResult]] = queue.SimpleQueue()
        self.over = threading.Event()

    def work(self) -> None:
        """Open the links of one host after another, until none are left or the run is over."""
        while not self.over.is_set():
            try:
                lane = self.waiting.get_nowait()
            except queue.Empty:
                return
            self._open(lane)

    def _open(self, lane: Sequence[CatalogLink]) -> None:
        for link in lane:
            if self.over.is_set():
                return
            self.answers.put((link.address, _answer(link, self.opener)))


def _answer(link: CatalogLink, opener: Opener) -> VisitResult:
    try:
        return opener.open(link.address, link.names)
    except Exception as error:  # noqa: BLE001 - one host must not stop the others
        return VisitResult(LinkVerdict.UNKNOWN, f"opening it failed with {type(error).__name__}")
