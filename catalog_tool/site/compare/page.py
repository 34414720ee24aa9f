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
from catalog_tool.site.own_fields import shown_fields
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.grouping import by_category
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

MOST = 4
"""More columns don't fit on a phone or on paper."""

OTHER_CATEGORY = "Other applications"
"""Heading for applications that aren't in the vocabulary."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of the table under one heading: applications of one category."""

    title: str
    applications: tuple[ListedApplication, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    entries = publication.catalog.entries
    is_small = 1 < len(entries) <= MOST
    yield fill(
        Page(
            COMPARE,
            title="Compare partners",
            description="Compare two to four partners: applications, facts, and contact.",
            trail=(Step("Catalog", "catalog/"),),
            is_searched=False,
        ),
        "compare.html",
        publication,
        compared=entries if is_small else (),
        groups=row_groups(publication.catalog) if is_small else (),
        listed_by={
            application.name: {entry.id for entry in application.entries}
            for application in publication.catalog.applications
        },
        most=MOST,
        other_category=OTHER_CATEGORY,
        partners_in_a_file=PARTNERS_IN_A_FILE,
        stated={
            entry.id: {each.key: each.values for each in shown_fields(entry.partner, "compare")}
            for entry in (entries if is_small else ())
        },
    )


def row_groups(catalog: Catalog) -> tuple[RowGroup, ...]:
    """Return all applications by category, each once. Those without a category come last."""
    listings = by_category(catalog).values()
    placed = {application.name for listing in listings for application in listing.applications}
    groups = [RowGroup(listing.category.name, listing.applications) for listing in listings]
    others = tuple(each for each in catalog.applications if each.name not in placed)
    return (*groups, RowGroup(OTHER_CATEGORY, others)) if others else tuple(groups)
