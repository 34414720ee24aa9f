"""Shares work between two processes that run the same code on the same values.

The second process is a copy of the first (``fork``), so it needs to be told nothing. Both work on
some of the members and exchange the results, so that both go on with all of them, in order.
The second one ends when the first needs no more help. Whatever happens to it, the first one does
the work alone, so its results and its exceptions are the same.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Member = TypeVar("Member")
Result = TypeVar("Result")

FEWEST = 600
"""Fewer members are done sooner than a second process would have started to help."""

_MOST_SECONDS = 600  # of waiting for the second process, whose part takes as long as the other


@dataclass(frozen=True, slots=True)
class Packing(Generic[Result]):
    """How one process sends results to the other.

    Attributes:
        pack: returns the results as values that can be pickled.
        unpack: returns the results again.
    """

    pack: Callable[[list[Result]], list[Any]]
    unpack: Callable[[list[Any]], Iterable[Result]]


_AS_IT_IS: Packing[Any] = Packing(list, list)


class Pair:
    """Two processes, as one of them sees it; or only one, if there is no connection."""

    def __init__(self, connection: Connection | None = None, *, is_second: bool = False) -> None:
        self._connection = connection
        self.is_second = is_second

    def share(
        self,
        work: Callable[[list[Member]], Iterable[Result]],
        members: list[Member],
        part: float = 0.5,
        packing: Packing[Result] = _AS_IT_IS,
        *,
        is_last: bool = False,
    ) -> Iterable[Result]:
        """Return what a function returns for the members, some of it by the other process.

        If there is only one process, the results are what the function returns, which may be an
        iterator.

        Args:
            work: returns the results for some of the members, in order.
            members: what to work on; the same in both processes.
            part: the part of the members that the first process works on.
            packing: how the results are sent.
            is_last: whether the second process doesn't need the results, and ends.
        """
        if self._connection is None:
            return work(members)
        edge = int(len(members) * part)
        mine, others = members[:edge], members[edge:]
        if self.is_second:
            mine, others = others, mine
        done = [*work(mine)]
        received = self._exchange(self._connection, packing.pack(done), is_last=is_last)
        theirs = work(others) if received is None else packing.unpack(received)
        return chain(theirs, done) if self.is_second else chain(done, theirs)

    def _exchange(
        self, connection: Connection, done: list[Any], *, is_last: bool
    ) -> list[Any] | None:
        """Return what the other process sends for what this one did; ``None`` if it is gone."""
        # One of them has to receive first, or both might wait until the other receives.
        try:
            if self.is_second:
                connection.send(done)
                if is_last:
                    os._exit(0)
                return cast("list[Any]", connection.recv())
            received: list[Any] = _receive(connection)
            if is_last:
                self._connection = None
            else:
                connection.send(done)
        except (EOFError, OSError):
            if self.is_second:
                os._exit(1)
            self._connection = None
            return None
        return received


def _receive(connection: Connection) -> Any:  # noqa: ANN401 - what the other process sent
    """Return what the second process sent; a long silence counts as its end."""
    if not connection.poll(_MOST_SECONDS):
        raise EOFError
    return connection.recv()


ALONE = Pair()
"""One process that does all the work."""


def run_in_pair(run: Callable[[Pair], Result], size: int) -> Result:
    """Return what a function returns that shares its work, if that is safe and worth it.

    Args:
        run: does the same in both processes; only the first one's result counts.
        size: the number of members that it will share.
    """
    if size < FEWEST or not _may_fork():
        return run(ALONE)
    from multiprocessing import Pipe  # noqa: PLC0415 - only for many members

    here, there = Pipe()
    process = os.fork()
    if not process:
        try:
            here.close()
            run(Pair(there, is_second=True))
        finally:
            os._exit(1)  # nobody needs its exceptions and buffers
    there.close()
    try:
        return run(Pair(here))
    finally:
        here.close()
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _may_fork() -> bool:
    # Other threads wouldn't be in the copy, but the locks that they hold would.
    is_alone = threading.active_count() == 1
    return sys.platform == "linux" and is_alone and len(os.sched_getaffinity(0)) > 1
