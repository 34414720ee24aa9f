"""The page that searches every word of a large catalog, which the theme's search can't."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

ADDRESS = "search/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page, if the catalog has it."""
    if not publication.has_full_text:
        return
    yield fill(
        Page(
            ADDRESS,
            title="Search every word",
            description="Search every word that partners wrote about their integrations, not only "
            "the names of applications and partners.",
            is_searched=False,
        ),
        "search.html",
        publication,
    )
