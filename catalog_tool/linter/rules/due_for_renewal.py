"""The date of the last test is more than twelve months ago.

The site then shows "attested on that day, due for renewal" beside the partner, and after eighteen
months "stale". The entry keeps its place, and stays published. The day is compared with today in
UTC. An entry without ``tested_on`` states nothing, and is not reported.

Why:
    Gateways and platforms change. Readers judge by this date whether an integration still works,
    and an old one should be a reason to ask, not a surprise. Only the partner can renew it.

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
# Time alone must fail nobody's pull request, not even where warnings do.
SEVERITY = Severity.INFO


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Compare ``tested_on`` with today."""
    if old := renewal(entry.partner.tested_on, today()):
        since = f"since {old.due_since}"
        message = f"The partner last tested on '{old.tested_on}'; a new test is due {since}."
        hint = "Test again with the platform's SCIM client, then write the day here."
        yield Problem(("tested_on",), message, hint)
