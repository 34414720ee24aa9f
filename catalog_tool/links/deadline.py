"""How long something may take in all, whatever it is made of."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment after which nothing more is waited for.

    A time-out for each read is not enough: a server that sends one byte now and then never
    meets it.

    Attributes:
        moment: the moment, in seconds of ``time.monotonic``.
    """

    moment: float

    @classmethod
    def within(cls, seconds: float) -> Deadline:
        """Return the deadline so many seconds from now."""
        return cls(time.monotonic() + seconds)

    def at_most(self, seconds: float) -> Deadline:
        """Return the earlier of this deadline and the one so many seconds from now."""
        return Deadline(min(self.moment, time.monotonic() + seconds))

    @property
    def seconds_left(self) -> float:
        """Seconds until then; not above 0 once it is over."""
        return self.moment - time.monotonic()

    def remaining(self) -> float:
        """Return the seconds until then, for a call that takes a time-out.

        Raises:
            TimeoutError: it is over.
        """
        seconds = self.seconds_left
        if seconds <= 0:
            raise TimeoutError
        return seconds
