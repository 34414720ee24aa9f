"""The page that searches every word of a large catalog, which the theme's search can't."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.messages import messages_of
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

ADDRESS = "search/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page, if the catalog has it."""
    if not publication.has_full_text:
        return
    words = messages_of(publication.settings)
    yield fill(
        Page(
            ADDRESS,
            title=words.gettext("Search every word"),
            description=words.gettext("Search every word of the descriptions, not only the names."),
            is_searched=False,
        ),
        "search.html",
        publication,
    )
