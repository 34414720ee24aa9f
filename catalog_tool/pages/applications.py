"""All applications from A to Z on one page, for reading and for the browser's own search."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.pages.grouping import by_initial
from catalog_tool.pages.page import Page
from catalog_tool.pages.templating import fill
from catalog_tool.publication import Publication

ADDRESS = "applications/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    platform = publication.settings.platform
    initials = by_initial(publication.catalog.applications, lambda application: application.name)
    yield fill(
        Page(
            ADDRESS,
            title="Applications A–Z",
            description=f"Every application that a partner connects to {platform}.",
            is_searched=False,
        ),
        "applications.html",
        publication,
        initials=initials,
    )
