"""Compares two to four partners side by side: their applications and their facts.

A small catalog is compared as a whole, in a table that needs no script. In a larger catalog, the
reader selects partners. The address has their ids (``compare/?partners=contoso,fabrikam``), so that
a comparison can be shared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog_tool.model.catalog import Catalog, Entry, ListedApplication
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import COMPARE
from catalog_tool.site.own_fields import ShownValue, shown_fields
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill
from catalog_tool.text.urls.address import host_of
from catalog_tool.text.urls.international import decode_host

MOST = 4
"""More columns don't fit on a phone or on paper."""

StatedRow = tuple[str, tuple[tuple[ShownValue, ...], ...]]
"""The title of a row, and what each partner states."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of the table under one heading: applications that as many partners list."""

    title: str
    applications: tuple[ListedApplication, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    words = publication.words
    entries = publication.catalog.entries
    compared = entries if 1 < len(entries) <= MOST else ()
    yield fill(
        Page(
            COMPARE,
            title=words.gettext("Compare %(partners)s"),
            description=words.gettext(
                "Compare two to four %(partners)s: %(applications)s, facts, and contact."
            ),
            trail=(Step(words.gettext("%(Partners)s"), "catalog/"),),
        ),
        "compare.html",
        publication,
        compared=compared,
        groups=tuple(row_groups(publication.catalog, words)) if compared else (),
        most=MOST,
        stated=tuple(stated_rows(compared, words)) if compared else (),
    )


def other_category(words: Messages) -> str:
    """Return the heading for applications that aren't in the vocabulary."""
    return words.gettext("Other %(applications)s")


def stated_rows(entries: Sequence[Entry], words: Messages) -> Iterator[StatedRow]:
    """Yield what each of some partners states, in the order of the script's rows."""
    yield words.gettext("What it does"), tuple(_value(each.summary) for each in entries)
    yield (
        words.gettext("Tested on (attested by the %(partner)s)"),
        tuple(_test(each, words) for each in entries),
    )
    fields = [tuple(shown_fields(each.partner, "compare", words)) for each in entries]
    for row in zip(*fields, strict=True):
        yield row[0].label, tuple(field.values for field in row)
    yield words.gettext("Website"), tuple(_website(each.partner.website) for each in entries)


def row_groups(catalog: Catalog, words: Messages) -> Iterator[RowGroup]:
    """Yield all applications of a small catalog: first those that all partners list.

    Those of a single partner are together, in the order of the partners.
    """

    def key(application: ListedApplication) -> int:
        count = len(application.entries)
        return count if count > 1 else -catalog.entries.index(application.entries[0])

    ranked = sorted(catalog.applications, key=key, reverse=True)
    for number, applications in groupby(ranked, key):
        yield RowGroup(_group_title(number, catalog.entries, words), tuple(applications))


def _group_title(number: int, entries: Sequence[Entry], words: Messages) -> str:
    if number <= 0:
        return words.gettext("Only %(name)s", name=entries[-number].title)
    count, total = words.number(number), words.number(len(entries))
    if number < len(entries):
        return words.gettext("Listed by %(count)s of %(total)s", count=count, total=total)
    is_pair = len(entries) == 2  # noqa: PLR2004 - both
    both = words.gettext("Listed by both")
    return both if is_pair else words.gettext("Listed by all %(count)s", count=count)


def _value(text: str) -> tuple[ShownValue, ...]:
    return (ShownValue(text),) if text else ()


def _test(entry: Entry, words: Messages) -> tuple[ShownValue, ...]:
    day = words.day(entry.partner.tested_on) if entry.partner.tested_on else ""
    return _value(": ".join(filter(None, [day, entry.partner.tested_by])))


def _website(website: str) -> tuple[ShownValue, ...]:
    return (ShownValue(decode_host(host_of(website)) or website, website),)
