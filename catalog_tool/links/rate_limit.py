"""One request at a time for each host, with a pause after it; a longer one if it asks for that."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from catalog_tool.links.deadline import Deadline


class HostBusyError(Exception):
    """The host is not to be asked before the deadline."""


class _Host:
    """A host that is asked by several threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free_from = 0.0


class Turns:
    """Who may ask which host when, for all threads of a run."""

    def __init__(self, pause: float) -> None:
        """Make it for a run.

        Args:
            pause: seconds between the end of one request to a host and the start of the next.
        """
        self._pause = pause
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._guard = threading.Lock()

    @contextmanager
    def taken(self, host: str, deadline: Deadline) -> Iterator[None]:
        """Wait for a turn at a host, and keep the others away meanwhile.

        Raises:
            HostBusyError: it does not come before the deadline.
        """
        found = self._host(host)
        if not found.lock.acquire(timeout=max(deadline.seconds_left, 0)):
            raise HostBusyError
        try:
            wait = found.free_from - time.monotonic()
            if wait > deadline.seconds_left:
                raise HostBusyError
            time.sleep(max(wait, 0))
            try:
                yield
            finally:
                found.free_from = max(found.free_from, time.monotonic() + self._pause)
        finally:
            found.lock.release()

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for some seconds from now."""
        found = self._host(host)
        found.free_from = max(found.free_from, time.monotonic() + seconds)

    def _host(self, host: str) -> _Host:
        with self._guard:
            return self._hosts[host]
