"""Limits the request rate per host: one request at a time, with a pause after each."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from catalog_tool.links.deadline import Deadline


class HostBusyError(Exception):
    """The host must not be contacted again before the deadline."""


class _Host:
    """The lock and the next free time of a host, shared by all threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free_from = 0.0


class RateLimit:
    """Limits the request rate per host, for all threads of a run."""

    def __init__(self, pause: float) -> None:
        """Create the limit for a run.

        Args:
            pause: seconds between the end of one request to a host and the start of the next.
        """
        self._pause = pause
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._guard = threading.Lock()

    @contextmanager
    def slot(self, host: str, deadline: Deadline) -> Iterator[None]:
        """Wait until the host may be contacted, and reserve it for one request.

        Raises:
            HostBusyError: the host is not free before the deadline.
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

    def pause_host(self, host: str, seconds: float) -> None:
        """Contact a host no earlier than this many seconds from now."""
        found = self._host(host)
        found.free_from = max(found.free_from, time.monotonic() + seconds)

    def _host(self, host: str) -> _Host:
        with self._guard:
            return self._hosts[host]
