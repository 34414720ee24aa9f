"""Attestations that are no longer new, as a report: for people, programs and a rolling issue."""

from __future__ import annotations

from typing import Any

from catalog_tool.linter.reporters import document as doc
from catalog_tool.model.catalog import Entry
from catalog_tool.model.freshness import MONTHS_UNTIL_DUE, MONTHS_UNTIL_STALE, Renewal, RenewalsDue
from catalog_tool.text.phrases import quantity

FORMAT_VERSION = 1
_LONGEST_NAME = 100
_EXPLANATION = (
    f"An attestation is due {MONTHS_UNTIL_DUE} months after the test, and stale after "
    f"{MONTHS_UNTIL_STALE}. Please ask these partners to test again with the platform's SCIM "
    "client, and to bring `tested_on` in their entry up to date."
)


def _sentence(due: RenewalsDue) -> str:
    """Return the numbers as one plain sentence."""
    attestations = quantity(len(due.renewals), "attestation")
    verb = "is" if len(due.renewals) == 1 else "are"
    return (
        f"On {due.day} {attestations} {verb} due for renewal, {due.stale:,} of them stale; "
        f"{due.unstated:,} without a date."
    )


def document(due: RenewalsDue) -> doc.Document:
    """Return what there is to renew; a page is empty if that is nothing."""
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
    """Return the same for programs; ``version`` counts the changes of this contract."""
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
