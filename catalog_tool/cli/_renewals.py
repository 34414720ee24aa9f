"""Attestations that are no longer new, as a report: for people, programs and a rolling issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from click import style

from catalog_tool.linter.reporters import counted
from catalog_tool.linter.reporters.json import written
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.freshness import MONTHS_UNTIL_DUE, MONTHS_UNTIL_STALE, Renewal, renewal
from catalog_tool.text.github_markdown import MOST_CHARACTERS, shown
from catalog_tool.text.terminal import visible

FORMAT_VERSION = 1
_RESERVED = 500  # for what stands around the table
_LONGEST_NAME = 100
_HEAD = "| partner | tested on | due since | |\n|---|---|---|---|\n"


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


def _as_text(due: Due) -> str:
    lines = [
        f"{style(visible(entry.title), bold=True)}: {old.label} ({visible(entry.source.path)})"
        for entry, old in due.renewals
    ]
    return "\n".join([*lines, due.sentence(), ""])


def _as_json(due: Due) -> str:
    return written(
        {
            "version": FORMAT_VERSION,
            "today": str(due.day),
            "summary": {
                "due": len(due.renewals),
                "stale": due.stale,
                "unstated": due.unstated,
            },
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
    )


def _as_markdown(due: Due) -> str:
    """Return the text of an issue; an empty one when nothing is due."""
    if not due.renewals:
        return ""
    head = (
        f"**{due.sentence()}** An attestation is due {MONTHS_UNTIL_DUE} months after the test, and "
        f"stale after {MONTHS_UNTIL_STALE}. Please ask these partners to test again with the "
        "platform's SCIM client, and to bring `tested_on` in their entry up to date.\n\n"
    )
    rows: list[str] = []
    room = MOST_CHARACTERS - len(head) - len(_HEAD) - _RESERVED
    for entry, old in due.renewals:
        row = _row(entry, old)
        room -= len(row)
        if room < 0:
            break
        rows.append(row)
    rest = len(due.renewals) - len(rows)
    more = f"\n{rest:,} more are left out here: `catalog freshness` names all.\n" if rest else ""
    return f"{head}{_HEAD}{''.join(rows)}{more}"


def _row(entry: Entry, old: Renewal) -> str:
    state = "stale" if old.is_stale else "due for renewal"
    name = shown(entry.title, _LONGEST_NAME)
    return f"| {name} (`{entry.id}`) | {old.tested_on} | {old.due_since} | {state} |\n"


FORMATS: dict[str, Callable[[Due], str]] = {
    "json": _as_json,
    "markdown": _as_markdown,
    "text": _as_text,
}
