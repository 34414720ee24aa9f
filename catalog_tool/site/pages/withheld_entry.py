"""The page of an entry that is withheld because of its errors, so that its address still works."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each withheld entry that can have a page."""
    words = publication.words
    for entry in publication.withheld:
        if entry.id:
            yield fill(
                Page(
                    f"partners/{entry.id}/",
                    title=words.gettext("%(name)s: entry temporarily unavailable", name=entry.name),
                    description=words.gettext(
                        "The entry of %(name)s is temporarily unavailable.", name=entry.name
                    ),
                    edit=entry.path,
                    trail=(Step(words.gettext("%(Partners)s"), "catalog/"),),
                    is_indexed=False,
                ),
                "withheld_entry.html",
                publication,
                entry=entry,
            )
