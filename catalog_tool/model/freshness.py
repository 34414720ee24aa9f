"""The age of a partner's attestation that the integration was tested.

After some months, the attestation is due for renewal; later, it is stale. Entries without a date
are neither, but their partners are asked as many months after the last change. The age is shown but
doesn't affect the order.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.today import today
from catalog_tool.model.wording import Freshness

FIRST_DAY = dt.date(2011, 12, 1)
"""No test is from before this day."""

_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Renewal:
    """An attestation that is no longer new.

    Attributes:
        tested_on: the day of the last test.
        due_since: the last day on which it wasn't due.
        is_stale: whether it is stale, not only due for renewal.
    """

    tested_on: dt.date
    due_since: dt.date
    is_stale: bool


def renewal(tested_on: str | None, day: dt.date, limits: Freshness) -> Renewal | None:
    """Return the attestation if it is due for renewal on a day, or ``None``.

    A date before the first standard is a mistake and never due.

    Args:
        tested_on: a day as year-month-day; empty if an entry has none.
        day: the day to compare with.
        limits: after how many months a test is old.
    """
    if not tested_on:
        return None
    tested = dt.date.fromisoformat(tested_on)
    if tested < FIRST_DAY:
        return None
    due, stale = (months_later(tested, months) for months in (limits.due, limits.stale))
    return Renewal(tested, due, is_stale=day > stale) if day > due else None


@dataclass(frozen=True, slots=True)
class RenewalsDue:
    """All attestations that are due for renewal.

    Attributes:
        day: the day that they were compared with.
        renewals: each entry whose attestation is due, in the order of the catalog.
        undated: each entry without a date that hasn't changed for as long, with the day of its last
            change; or every entry without a date, if Git doesn't know when they changed.
        unstated: number of entries without a date.
        limits: after how many months a test is old.
    """

    day: dt.date
    renewals: tuple[tuple[Entry, Renewal], ...]
    undated: tuple[tuple[Entry, dt.date | None], ...]
    unstated: int
    limits: Freshness

    @property
    def stale(self) -> int:
        """Number of stale attestations."""
        return sum(old.is_stale for _, old in self.renewals)


def renewals_due(
    catalog: Catalog, changed_on: Mapping[str, str], day: dt.date | None = None
) -> RenewalsDue:
    """Return the attestations that are due for renewal.

    Args:
        catalog: the entries.
        changed_on: the day of each entry's last change, by path; empty if Git doesn't know them.
        day: the day to compare with; by default, today.
    """
    day, limits = day or today(), catalog.freshness
    found = ((entry, renewal(entry.partner.tested_on, day, limits)) for entry in catalog.entries)
    return RenewalsDue(
        day,
        tuple((entry, old) for entry, old in found if old),
        tuple(_undated(catalog, changed_on, day)),
        sum(not entry.partner.tested_on for entry in catalog.entries),
        limits,
    )


def _undated(
    catalog: Catalog, changed_on: Mapping[str, str], day: dt.date
) -> Iterator[tuple[Entry, dt.date | None]]:
    for entry in catalog.entries:
        if entry.partner.tested_on:
            continue
        if not changed_on:
            yield entry, None
        # A file that isn't committed has just changed.
        elif changed := changed_on.get(entry.source.path):
            last = dt.date.fromisoformat(changed)
            if day > months_later(last, catalog.freshness.due):
                yield entry, last


@lru_cache(maxsize=1024)  # many tests are from the same days
def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the last day of a shorter month.

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
