"""A time limit for several steps together."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which waiting ends.

    A timeout for each read is not enough, because a server that sends a byte now and then never
    reaches it.

    Attributes:
        moment: the moment, in seconds of ``time.monotonic``.
    """

    moment: float

    @classmethod
    def within(cls, seconds: float) -> Deadline:
        """Return the deadline that is this many seconds from now."""
        return cls(time.monotonic() + seconds)

    def at_most(self, seconds: float) -> Deadline:
        """Return the earlier of this deadline and the one that is this many seconds from now."""
        return Deadline(min(self.moment, time.monotonic() + seconds))

    @property
    def seconds_left(self) -> float:
        """Seconds until the deadline; 0 or less after it."""
        return self.moment - time.monotonic()

    def remaining(self) -> float:
        """Return the seconds until the deadline, for a call that takes a timeout.

        Raises:
            TimeoutError: the deadline has passed.
        """
        seconds = self.seconds_left
        if seconds <= 0:
            raise TimeoutError
        return seconds
