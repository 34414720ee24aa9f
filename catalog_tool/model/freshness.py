"""How long ago a partner last attested that the integration was tested.

After twelve months the attestation is due for renewal, after eighteen it is stale. Entries without
a date state nothing: they are neither. What is old is told, and is sorted lower by nobody.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.today import today

MONTHS_UNTIL_DUE = 12
MONTHS_UNTIL_STALE = 18
FIRST_DAY = dt.date(2011, 12, 1)
"""Month of SCIM 1.0, the first standard that a platform's client could be tested with."""

_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Renewal:
    """An attestation that is no longer new.

    Attributes:
        tested_on: the day of the last test.
        due_since: the last day on which it was new.
        is_stale: whether it is older than eighteen months.
    """

    tested_on: dt.date
    due_since: dt.date
    is_stale: bool

    @property
    def label(self) -> str:
        """What readers are told."""
        said = "stale" if self.is_stale else "due for renewal"
        return f"attested on {self.tested_on}, {said}"


def renewal(tested_on: str | None, day: dt.date) -> Renewal | None:
    """Return what there is to renew on a day; ``None`` where nothing is stated or all is new.

    A day before the first standard is a mistake, and no test that could be renewed.

    Args:
        tested_on: a day as year-month-day; empty where an entry states none.
        day: the day to judge on.
    """
    if not tested_on:
        return None
    tested = dt.date.fromisoformat(tested_on)
    if tested < FIRST_DAY:
        return None
    due, stale = (months_later(tested, months) for months in (MONTHS_UNTIL_DUE, MONTHS_UNTIL_STALE))
    return Renewal(tested, due, is_stale=day > stale) if day > due else None


@dataclass(frozen=True, slots=True)
class RenewalsDue:
    """What there is to renew.

    Attributes:
        day: the day that was judged on.
        renewals: each entry whose attestation is no longer new, with what there is to say of it,
            in the order of the catalog.
        unstated: how many entries state no date.
    """

    day: dt.date
    renewals: tuple[tuple[Entry, Renewal], ...]
    unstated: int

    @property
    def stale(self) -> int:
        """How many are stale."""
        return sum(old.is_stale for _, old in self.renewals)


def renewals_due(catalog: Catalog, day: dt.date | None = None) -> RenewalsDue:
    """Return what there is to renew on a day; today if it is ``None``."""
    day = day or today()
    found = ((entry, renewal(entry.partner.tested_on, day)) for entry in catalog.entries)
    return RenewalsDue(
        day,
        tuple((entry, old) for entry, old in found if old),
        sum(not entry.partner.tested_on for entry in catalog.entries),
    )


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the last one of a month that is shorter.

    >>> str(months_later(dt.date(2024, 2, 29), 12))
    '2025-02-28'
    """
    years, month = divmod(day.month - 1 + months, _MONTHS_OF_A_YEAR)
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    return day.replace(
        year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1])
    )
