"""Report which attestations are due: for people, for programs, and for a rolling issue."""

from __future__ import annotations

from typing import Any

from catalog_tool.linter.reporters import document as doc
from catalog_tool.model.catalog import Entry
from catalog_tool.model.freshness import MONTHS_UNTIL_DUE, MONTHS_UNTIL_STALE, Renewal, RenewalsDue
from catalog_tool.text.phrases import quantity

FORMAT_VERSION = 1
_LONGEST_NAME = 100
_EXPLANATION = (
    f"An attestation is due for renewal {MONTHS_UNTIL_DUE} months after the test, and stale after "
    f"{MONTHS_UNTIL_STALE}. Please ask these partners to test again with the platform's SCIM "
    "client, and to update `tested_on` in their entry."
)


def _sentence(due: RenewalsDue) -> str:
    """Return the counts in plain words."""
    attestations = quantity(len(due.renewals), "attestation")
    verb = "is" if len(due.renewals) == 1 else "are"
    return (
        f"On {due.day}, {attestations} {verb} due for renewal, {due.stale:,} of them stale. "
        f"Entries without a date: {due.unstated:,}."
    )


def document(due: RenewalsDue) -> doc.Document:
    """Return the report for people. As a page, it is empty if nothing is due."""
    rows = tuple(_row(entry, old) for entry, old in due.renewals)
    return doc.Document(
        (
            doc.Paragraph((doc.PageOnly(_EXPLANATION),)),
            doc.Table(("partner", "tested on", "due since", ""), rows),
        ),
        (doc.PageOnly("**Some attestations are due for renewal.** "), _sentence(due)),
        is_quiet=not due.renewals,
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
    }


def _row(entry: Entry, old: Renewal) -> tuple[doc.Inline, ...]:
    name: doc.Inline = (doc.Foreign(entry.title, _LONGEST_NAME), " (", doc.Code(entry.id), ")")
    state = "stale" if old.is_stale else "due for renewal"
    return (name, (str(old.tested_on),), (str(old.due_since),), (state,))
