"""Which day it is: the one clock of everything that is judged or shown by its date."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Return the day in UTC, so that all machines agree on it.

    ``SOURCE_DATE_EPOCH``, seconds since 1970 as in the specification of reproducible-builds.org,
    takes the place of the clock: the same sources then give the same result on any day. A value
    that is no such number counts as unset.
    """
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.now(dt.UTC)
    if not (stated.isascii() and stated.isdecimal()):
        return now.date()
    try:
        return dt.datetime.fromtimestamp(int(stated), dt.UTC).date()
    except (OverflowError, ValueError, OSError):
        return now.date()
