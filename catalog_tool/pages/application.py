"""An application's page: who connects it, and what else people call it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog_tool.catalog import ListedApplication
from catalog_tool.pages.grouping import CategoryListing, by_category
from catalog_tool.pages.page import Page
from catalog_tool.pages.templating import render
from catalog_tool.publication import Publication

NEIGHBOURS_SHOWN = 8


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each application that some entry lists."""
    categories = by_category(publication.catalog)
    in_category = {
        application.name: (listing, position)
        for listing in categories.values()
        for position, application in enumerate(listing.applications)
    }
    for application in publication.catalog.applications:
        listing, position = in_category.get(application.name, (None, 0))
        yield _page(publication, application, listing, position)


def application_page(application: ListedApplication) -> str:
    """Return the path of an application's page."""
    return f"applications/{application.slug}.md"


def _page(
    publication: Publication,
    application: ListedApplication,
    listing: CategoryListing | None,
    position: int,
) -> Page:
    path = application_page(application)
    settings = publication.settings
    edit = settings.vocabulary_path if application.known else ""
    return Page(
        path=path,
        title=f"Who connects {application.name}?",
        description=_description(application, settings.platform),
        body=render(
            "application.html",
            path,
            publication,
            application=application,
            listing=listing,
            neighbours=_neighbours(listing.applications, position) if listing else (),
            edit_url=settings.edit_url(edit),
        ),
        edit=edit,
    )


def _neighbours(
    applications: Sequence[ListedApplication], position: int
) -> Sequence[ListedApplication]:
    """Return the nearest applications of the same category, without the one at ``position``."""
    first = max(0, min(position - NEIGHBOURS_SHOWN // 2, len(applications) - NEIGHBOURS_SHOWN - 1))
    window = applications[first : first + NEIGHBOURS_SHOWN + 1]
    return [near for near in window if near is not applications[position]][:NEIGHBOURS_SHOWN]


def _description(application: ListedApplication, platform: str) -> str:
    count = len(application.entries)
    partners = f"{count:,} partner{'s' if count > 1 else ''}"
    known = application.known
    aliases = f" (also known as {', '.join(known.aliases)})" if known and known.aliases else ""
    return f"{partners} connecting {platform} to {application.name}{aliases}, with contact."
