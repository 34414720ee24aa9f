"""The date of the last test is in the future, or too long ago.

The date is compared with today's date in UTC. One extra day is allowed, because it is already
tomorrow in half of the world. No test is from before December 2011.

Why:
    Readers use this date to judge whether an integration still works. A date in the future makes it
    look fresh forever.

Bad:
    tested_on: 2926-05-04

Good:
    tested_on: 2026-05-04
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.freshness import FIRST_DAY
from catalog_tool.model.today import today

CODE = "CAT128"
SEVERITY = Severity.ERROR

FUTURE = "is in the future"
EARLY = "is before December 2011, which is too long ago"
HINT = "Write the date of the last test."
_TOMORROW_ELSEWHERE = dt.timedelta(days=1)


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Compare ``tested_on`` with today."""
    if not entry.partner.tested_on:
        return
    day = dt.date.fromisoformat(entry.partner.tested_on)
    if day > today() + _TOMORROW_ELSEWHERE:
        yield Problem(("tested_on",), f"'{day}' {FUTURE}. Today is {today()}.", HINT)
    elif day < FIRST_DAY:
        yield Problem(("tested_on",), f"'{day}' {EARLY}.", HINT)
