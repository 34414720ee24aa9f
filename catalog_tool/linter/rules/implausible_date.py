"""The date of the last test lies in the future, or before there was anything to test.

The day is compared with today in UTC; one day more is allowed, for it is tomorrow already in half
of the world. Provisioning over SCIM begins with version 1.0 of the standard, in December 2011.

Why:
    Readers judge by this date whether an integration still works. A date in the future makes it
    look fresh for ever.

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

_TOMORROW_ELSEWHERE = dt.timedelta(days=1)


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Compare ``tested_on`` with today."""
    if not entry.partner.tested_on:
        return
    day = dt.date.fromisoformat(entry.partner.tested_on)
    if day > today() + _TOMORROW_ELSEWHERE:
        message = f"'{day}' lies in the future; today is {today()}."
        yield Problem(("tested_on",), message, "Write the day of the last test.")
    elif day < FIRST_DAY:
        message = f"'{day}' is before the first version of SCIM, of December 2011."
        yield Problem(("tested_on",), message, "Write the day of the last test.")
