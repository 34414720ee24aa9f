"""The terms of the catalog, written by its owners."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.prose import read_prose
from catalog_tool.site.pages.templating import fill

ADDRESS = "terms/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    words = publication.words
    terms = read_prose(publication, "terms")
    yield fill(
        Page(
            ADDRESS,
            title=terms.title if terms and terms.title else words.gettext("Terms"),
            description=words.gettext(
                "Terms of the catalog %(title)s.", title=publication.settings.title
            ),
            edit=terms.source if terms else "",
        ),
        "terms.html",
        publication,
        terms=terms,
    )
