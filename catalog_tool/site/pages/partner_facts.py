"""What a card or a row says of a partner: its applications, its facts, and its test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup as SafeHtml

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.own_fields import shown_fields
from catalog_tool.text.markup import inert

APPLICATIONS_NAMED = 3
"""The first applications of an entry, in its own order. More are a number."""

_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Status:
    """When a partner tested its integration, and what that means.

    Attributes:
        tested_on: the day, as year-month-day.
        text: the month, and how old the test is unless it is new.
        age: how old it is in words; ``""`` if it isn't due for renewal.
    """

    tested_on: str
    text: str
    age: str = ""

    @property
    def is_fresh(self) -> bool:
        """Whether the test isn't due for renewal."""
        return not self.age


def applications_line(
    entry: Entry, asked: Collection[str] = (), *, publication: Publication
) -> SafeHtml:
    """Return the first applications of an entry, and how many more it lists, as HTML.

    Args:
        entry: the partner.
        asked: names of applications that come first, in bold, if the entry lists them.
        publication: what is published.
    """
    names = publication.catalog.listed_names[entry.id]
    if not names:
        return inert(without_applications(entry, publication))
    return first_names(list(names), asked, publication=publication)


def first_names(
    names: Sequence[str], asked: Collection[str] = (), *, publication: Publication
) -> SafeHtml:
    """Return the first of some names, and the number of the others, as HTML.

    Args:
        names: what to name, at least one.
        asked: those that come first, in bold.
        publication: what is published.
    """
    words = publication.words
    shown = sorted(names, key=lambda name: name not in asked)[:APPLICATIONS_NAMED]
    line = ", ".join(f"<b>{inert(name)}</b>" if name in asked else inert(name) for name in shown)
    if more := len(names) - len(shown):
        pattern = words.pattern("%(names)s, and %(number)s more")
        line = pattern % {"names": line, "number": inert(words.number(more))}
    return SafeHtml(line)  # noqa: S704 - a message with inert names


def card_facts(entry: Entry, *, publication: Publication) -> Iterator[str]:
    """Yield what an entry states in the fields that cards show, one text for each field.

    A value that a reader chooses from a list speaks for itself. Others have their label.

    Args:
        entry: the partner.
        publication: its catalog defines the fields.
    """
    for field in shown_fields(entry.partner, "card", publication.words):
        text = ", ".join(value.text for value in field.values)
        is_choice = publication.catalog.fields[field.key].type == "choice"
        if text:
            yield text if is_choice else f"{field.label}: {text}"


def status_of(entry: Entry, *, publication: Publication) -> Status | None:
    """Return the status of an entry's test, or ``None`` if the entry has no date."""
    tested_on = entry.partner.tested_on
    if not tested_on:
        return None
    words, old = publication.words, publication.renewal_of(entry)
    month = words.month(tested_on)
    if not (old and publication.day):
        return Status(tested_on, words.gettext("Tested %(month)s", month=month))
    years = _months_between(old.tested_on, publication.day) // _MONTHS_OF_A_YEAR
    if old.is_stale and years:
        age = words.ngettext("over a year ago", "over %(num)s years ago", years)
    else:
        age = words.gettext("retest due")
    return Status(tested_on, words.gettext("Tested %(month)s, %(age)s", month=month, age=age), age)


def first_applications(entry: Entry, publication: Publication) -> list[str]:
    """Return the applications that a row names if no other was asked for."""
    return list(publication.catalog.listed_names[entry.id])[:APPLICATIONS_NAMED]


def without_applications(entry: Entry, publication: Publication) -> str:
    """Return what a row says of an entry that lists no applications."""
    words, fields = publication.words, entry.partner.own_fields
    reach = ", ".join(fields[key].name_of(value) for key, value in entry.partner.reach)
    if reach:
        return words.gettext("Any %(application)s through %(names)s", names=reach)
    return words.gettext("Lists no %(applications)s")


def _months_between(first: dt.date, last: dt.date) -> int:
    months = (last.year - first.year) * _MONTHS_OF_A_YEAR + last.month - first.month
    return months - (last.day < first.day)
