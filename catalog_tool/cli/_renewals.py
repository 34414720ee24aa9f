"""Report which attestations are due: for people, for programs, and for a rolling issue."""

from __future__ import annotations

import datetime as dt
from typing import Any

from catalog_tool.linter.reporters import document as doc
from catalog_tool.model.catalog import Entry
from catalog_tool.model.freshness import Renewal, RenewalsDue, months_later
from catalog_tool.model.wording import Freshness
from catalog_tool.text.phrases import quantity

FORMAT_VERSION = 1
_LONGEST_NAME = 100


def _explanation(limits: Freshness) -> str:
    due = quantity(limits.due, "month")
    return (
        f"An attestation is due for renewal {due} after the test, and stale after {limits.stale}. "
        f"A partner without a date is asked {due} after the last change of its entry. Please ask "
        "these partners to test their integration, and to state the day as `tested_on` in their "
        "entry."
    )


def _sentence(due: RenewalsDue) -> str:
    """Return the counts in plain words."""
    attestations = quantity(len(due.renewals), "attestation")
    verb = "is" if len(due.renewals) == 1 else "are"
    stale = f", {due.stale:,} of them stale" if due.renewals else ""
    undated = f", {len(due.undated):,} of them due for a test" if due.undated else ""
    return (
        f"On {due.day}, {attestations} {verb} due for renewal{stale}. "
        f"Entries without a date: {due.unstated:,}{undated}."
    )


def document(due: RenewalsDue) -> doc.Document:
    """Return the report for people. As a page, it is empty if nothing is due."""
    rows = [_row(entry, old) for entry, old in due.renewals]
    rows += [_row_without_date(entry, changed_on, due.limits) for entry, changed_on in due.undated]
    return doc.Document(
        (
            doc.Paragraph((doc.PageOnly(_explanation(due.limits)),)),
            doc.Table(("partner", "tested on", "due since", ""), tuple(rows)),
        ),
        (
            doc.PageOnly(
                "**Some partners should test their integration, or state when they did.** "
            ),
            _sentence(due),
        ),
        is_quiet=not rows,
    )


def facts(due: RenewalsDue) -> dict[str, Any]:
    """Return the report for programs. ``version`` increases with each change of this format."""
    return {
        "version": FORMAT_VERSION,
        "today": str(due.day),
        "summary": {"due": len(due.renewals), "stale": due.stale, "unstated": due.unstated},
        "renewals": [
            {
                "id": entry.id,
                "name": entry.title,
                "path": entry.source.path,
                "tested_on": str(old.tested_on),
                "due_since": str(old.due_since),
                "is_stale": old.is_stale,
            }
            for entry, old in due.renewals
        ],
        "undated": [
            {
                "id": entry.id,
                "name": entry.title,
                "path": entry.source.path,
                "changed_on": str(changed_on) if changed_on else None,
            }
            for entry, changed_on in due.undated
        ],
    }


def _row(entry: Entry, old: Renewal) -> tuple[doc.Inline, ...]:
    state = "stale" if old.is_stale else "due for renewal"
    return (_name(entry), (str(old.tested_on),), (str(old.due_since),), (state,))


def _row_without_date(
    entry: Entry, changed_on: dt.date | None, limits: Freshness
) -> tuple[doc.Inline, ...]:
    change = f"last changed on {changed_on}" if changed_on else "last change unknown"
    due_since = str(months_later(changed_on, limits.due)) if changed_on else ""
    return (_name(entry), (), (due_since,), (f"no test date; {change}",))


def _name(entry: Entry) -> doc.Inline:
    return (doc.Foreign(entry.title, _LONGEST_NAME), " (", doc.Code(entry.id), ")")
