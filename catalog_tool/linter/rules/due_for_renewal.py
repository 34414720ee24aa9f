"""The last test was more than 12 months ago, or as many as the catalog allows.

The site then says next to the partner that the test is due for renewal and, after 18 months, that
it is stale. The option ``freshness`` of the catalog can set other numbers of months. The entry
stays published. The date is compared with today's date in UTC. An entry without ``tested_on`` says
nothing about tests, and isn't reported.

Why:
    Gateways and platforms change. Readers use this date to judge whether an integration still
    works. An old date should make them ask; it shouldn't surprise them later. Only the partner can
    renew it.

Bad:
    tested_on: 2012-02-01

Good:
    tested_on: 2026-05-04
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.freshness import renewal
from catalog_tool.model.today import today

CODE = "CAT131"
# The passing of time must never fail a pull request, not even if warnings do.
SEVERITY = Severity.INFO


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Compare ``tested_on`` with today."""
    if old := renewal(entry.partner.tested_on, today(), catalog.freshness):
        since = f"since {old.due_since}"
        message = f"The last test was on '{old.tested_on}'. A new one has been due {since}."
        hint = "Test the integration again, then write the new date here."
        yield Problem(("tested_on",), message, hint)
