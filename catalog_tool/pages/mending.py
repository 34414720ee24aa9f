"""The page of an entry that is left out because of its errors: its address still answers."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.pages.page import Page
from catalog_tool.pages.subject import Step
from catalog_tool.pages.templating import fill
from catalog_tool.publication import Publication


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each entry that is left out and can have a page."""
    for entry in publication.left_out:
        if entry.id:
            yield fill(
                Page(
                    f"partners/{entry.id}/",
                    title=f"{entry.name}: this entry is being mended",
                    description=f"The entry of {entry.name} is left out until it is mended.",
                    edit=entry.path,
                    trail=(Step("Catalog", "catalog/"),),
                    is_indexed=False,
                    is_searched=False,
                ),
                "mending.html",
                publication,
                entry=entry,
            )
