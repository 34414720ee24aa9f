"""The current day, for everything that depends on the date."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Return the current day in UTC, so that all machines agree.

    ``SOURCE_DATE_EPOCH``, in seconds since 1970 as specified by reproducible-builds.org, replaces
    the clock, so that the same sources give the same result on any day. An invalid value is
    ignored.
    """
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.now(dt.UTC)
    if not (stated.isascii() and stated.isdecimal()):
        return now.date()
    try:
        return dt.datetime.fromtimestamp(int(stated), dt.UTC).date()
    except (OverflowError, ValueError, OSError):
        return now.date()
