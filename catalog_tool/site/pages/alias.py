"""The page at the address of an alias, so that bookmarks of a former name still work."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import application_address
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each alias that has an address of its own."""
    for slug, (alias, application) in publication.catalog.aliases_by_slug.items():
        title = f"{alias} is listed as {application.name}"
        yield fill(
            Page(
                f"applications/{slug}/",
                title=title,
                description=f"{title}. This page leads to its partners.",
                trail=(Step("Applications", "applications/"),),
                is_indexed=False,
                is_searched=False,
            ),
            "alias.html",
            publication,
            successor=Step(application.name, application_address(application)),
            title=title,
        )
