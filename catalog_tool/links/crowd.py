"""Many links at once: hosts side by side, the links of one host one after another."""

from __future__ import annotations

import queue
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from catalog_tool.links.inventory import Link
from catalog_tool.links.opening import Answer, Opener, Verdict


def opened(links: Iterable[Link], opener: Opener) -> Iterator[tuple[str, Answer]]:
    """Open links, and yield the address and the answer of each as soon as it is there.

    Whoever stops asking for more may go away: the threads end with the program.
    """
    lanes = _lanes(links)
    waiting: queue.SimpleQueue[Sequence[Link]] = queue.SimpleQueue()
    for lane in lanes:
        waiting.put(lane)
    answers: queue.SimpleQueue[tuple[str, Answer]] = queue.SimpleQueue()
    for _ in range(min(opener.manners.workers, len(lanes))):
        threading.Thread(target=_work, args=(waiting, answers, opener), daemon=True).start()
    for _ in range(sum(map(len, lanes))):
        yield answers.get()


def _lanes(links: Iterable[Link]) -> list[list[Link]]:
    """Return the links of each host; the longest first, because they take the longest."""
    lanes: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        lanes[link.host].append(link)
    return sorted(lanes.values(), key=lambda lane: (-len(lane), lane[0].host))


def _work(
    waiting: queue.SimpleQueue[Sequence[Link]],
    answers: queue.SimpleQueue[tuple[str, Answer]],
    opener: Opener,
) -> None:
    while True:
        try:
            lane = waiting.get_nowait()
        except queue.Empty:
            return
        for link in lane:
            answers.put((link.address, _answer(link, opener)))


def _answer(link: Link, opener: Opener) -> Answer:
    try:
        return opener.open(link.address, link.names)
    except Exception as error:  # noqa: BLE001 - whatever one host does, the others are opened
        return Answer(Verdict.UNKNOWN, f"opening it stopped with {type(error).__name__}")
