"""Compares two to four partners side by side: their applications and their facts.

A small catalog is compared as a whole, in a table that needs no script. In a larger catalog, the
reader selects partners. The address has their ids (``compare/?partners=aquera,idmworks``), so that
a comparison can be shared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.model.catalog import Catalog, ListedApplication
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import COMPARE
from catalog_tool.site.compare.facts import PARTNERS_IN_A_FILE
from catalog_tool.site.messages import Messages, messages_of
from catalog_tool.site.own_fields import shown_fields
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.grouping import by_category
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

MOST = 4
"""More columns don't fit on a phone or on paper."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of the table under one heading: applications of one category."""

    title: str
    applications: tuple[ListedApplication, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    words = messages_of(publication.settings)
    entries = publication.catalog.entries
    other = other_category(words)
    is_small = 1 < len(entries) <= MOST
    yield fill(
        Page(
            COMPARE,
            title=words.gettext("Compare %(partners)s"),
            description=words.gettext(
                "Compare two to four %(partners)s: %(applications)s, facts, and contact."
            ),
            trail=(Step(words.gettext("Catalog"), "catalog/"),),
        ),
        "compare.html",
        publication,
        compared=entries if is_small else (),
        groups=row_groups(publication.catalog, other) if is_small else (),
        listed_by={
            application.name: {entry.id for entry in application.entries}
            for application in publication.catalog.applications
        },
        most=MOST,
        other_category=other,
        partners_in_a_file=PARTNERS_IN_A_FILE,
        stated={
            entry.id: {
                each.key: each.values for each in shown_fields(entry.partner, "compare", words)
            }
            for entry in (entries if is_small else ())
        },
    )


def other_category(words: Messages) -> str:
    """Return the heading for applications that aren't in the vocabulary."""
    return words.gettext("Other %(applications)s")


def row_groups(catalog: Catalog, other: str) -> tuple[RowGroup, ...]:
    """Return all applications by category, each once, with those of no category last.

    Args:
        catalog: the catalog.
        other: the heading for those without a category.
    """
    listings = by_category(catalog).values()
    placed = {application.name for listing in listings for application in listing.applications}
    groups = [RowGroup(listing.category.name, listing.applications) for listing in listings]
    others = tuple(each for each in catalog.applications if each.name not in placed)
    return (*groups, RowGroup(other, others)) if others else tuple(groups)
