"""Many links at once: hosts side by side, the links of one host one after another."""

from __future__ import annotations

import queue
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from catalog_tool.links.inventory import Link
from catalog_tool.links.visit import Answer, Opener, Verdict

THREAD_NAME = "links"
"""What each thread of a run is called."""


def opened(links: Iterable[Link], opener: Opener) -> Iterator[tuple[str, Answer]]:
    """Open links, and yield the address and the answer of each as soon as it is there.

    Whoever stops asking for more may go away: no further link is opened then.
    """
    lanes = _lanes(links)
    crowd = _Crowd(opener)
    for lane in lanes:
        crowd.waiting.put(lane)
    for _ in range(min(opener.manners.workers, len(lanes))):
        threading.Thread(target=crowd.work, name=THREAD_NAME, daemon=True).start()
    try:
        for _ in range(sum(map(len, lanes))):
            yield crowd.answers.get()
    finally:
        crowd.over.set()


def _lanes(links: Iterable[Link]) -> list[list[Link]]:
    """Return the links of each host; the longest first, because they take the longest."""
    lanes: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        lanes[link.host].append(link)
    return sorted(lanes.values(), key=lambda lane: (-len(lane), lane[0].host))


class _Crowd:
    """What the threads of a run share."""

    def __init__(self, opener: Opener) -> None:
        self.opener = opener
        self.waiting: queue.SimpleQueue[Sequence[Link]] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[tuple[str, Answer]] = queue.SimpleQueue()
        self.over = threading.Event()

    def work(self) -> None:
        """Open the links of one host after another, until there are none or the run is over."""
        while not self.over.is_set():
            try:
                lane = self.waiting.get_nowait()
            except queue.Empty:
                return
            self._open(lane)

    def _open(self, lane: Sequence[Link]) -> None:
        for link in lane:
            if self.over.is_set():
                return
            self.answers.put((link.address, _answer(link, self.opener)))


def _answer(link: Link, opener: Opener) -> Answer:
    try:
        return opener.open(link.address, link.names)
    except Exception as error:  # noqa: BLE001 - whatever one host does, the others are opened
        return Answer(Verdict.UNKNOWN, f"opening it stopped with {type(error).__name__}")
