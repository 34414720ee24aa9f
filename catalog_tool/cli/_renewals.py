"""Attestations that are no longer new, as a report: for people, programs and a rolling issue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.freshness import MONTHS_UNTIL_DUE, MONTHS_UNTIL_STALE, Renewal, renewal
from catalog_tool.text.document import (
    Code,
    Document,
    Foreign,
    Inline,
    PageOnly,
    Paragraph,
    Table,
)
from catalog_tool.text.phrases import counted

FORMAT_VERSION = 1
_LONGEST_NAME = 100
_EXPLANATION = (
    f"An attestation is due {MONTHS_UNTIL_DUE} months after the test, and stale after "
    f"{MONTHS_UNTIL_STALE}. Please ask these partners to test again with the platform's SCIM "
    "client, and to bring `tested_on` in their entry up to date."
)


@dataclass(frozen=True, slots=True)
class Due:
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

    def sentence(self) -> str:
        """Return the numbers as one plain sentence."""
        due = counted(len(self.renewals), "attestation")
        verb = "is" if len(self.renewals) == 1 else "are"
        return (
            f"On {self.day} {due} {verb} due for renewal, {self.stale:,} of them stale; "
            f"{self.unstated:,} without a date."
        )


def due_on(day: dt.date, catalog: Catalog) -> Due:
    """Return what there is to renew on a day."""
    found = ((entry, renewal(entry.partner.tested_on, day)) for entry in catalog.entries)
    return Due(
        day,
        tuple((entry, old) for entry, old in found if old),
        sum(not entry.partner.tested_on for entry in catalog.entries),
    )


def document(due: Due) -> Document:
    """Return what there is to renew; a page is empty if that is nothing."""
    rows = tuple(_row(entry, old) for entry, old in due.renewals)
    return Document(
        (
            Paragraph((PageOnly(_EXPLANATION),)),
            Table(("partner", "tested on", "due since", ""), rows),
        ),
        (PageOnly("**Some attestations are due for renewal.** "), due.sentence()),
        is_quiet=not due.renewals,
    )


def facts(due: Due) -> dict[str, Any]:
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


def _row(entry: Entry, old: Renewal) -> tuple[Inline, ...]:
    name: Inline = (Foreign(entry.title, _LONGEST_NAME), " (", Code(entry.id), ")")
    state = "stale" if old.is_stale else "due for renewal"
    return (name, (str(old.tested_on),), (str(old.due_since),), (state,))
