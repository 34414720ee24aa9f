"""The categories, and one page for each with its applications and their partners."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.pages.grouping import CategoryListing, by_category
from catalog_tool.pages.page import Page
from catalog_tool.pages.templating import render
from catalog_tool.publication import Publication

PATH = "categories/index.md"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, then one page for each category that leads to a partner."""
    listings = by_category(publication.catalog)
    yield Page(
        path=PATH,
        title="Categories",
        description="The kinds of applications that partners connect.",
        body=render("categories.html", PATH, publication, listings=listings.values()),
        is_searched=False,
    )
    for listing in listings.values():
        yield _page(publication, listing)


def _page(publication: Publication, listing: CategoryListing) -> Page:
    return Page(
        path=listing.page,
        title=listing.category.name,
        description=listing.category.description,
        body=render("category.html", listing.page, publication, listing=listing),
        edit=publication.settings.vocabulary_path,
    )
