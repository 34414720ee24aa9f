"""Reads the header ``Retry-After`` (RFC 9110, section 10.2.3)."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

LONGEST_SECONDS = 24 * 60 * 60.0
"""The longest pause for a host; a run has ended by then."""

_MOST_DIGITS = 9


def seconds_asked_for(header: str) -> float:
    """Return the seconds that a header asks to wait; 0 if its value makes no sense.

    Args:
        header: the value: a number of seconds, or a date.
    """
    value = header.strip()
    if value.isascii() and value.isdecimal():
        seconds = float(value[: _MOST_DIGITS + 1])
    else:
        seconds = _seconds_until(value)
    return min(max(seconds, 0.0), LONGEST_SECONDS)


def _seconds_until(date: str) -> float:
    try:
        moment = parsedate_to_datetime(date)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=dt.UTC)
        return (moment - dt.datetime.now(dt.UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0.0
