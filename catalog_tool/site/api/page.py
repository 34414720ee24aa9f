"""The page that explains the files for programs, and how long programs can rely on them."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import published_address
from catalog_tool.site.api.export import DOCUMENTATION, FOLDER, schema_path
from catalog_tool.site.pages.breadcrumbs import DataFiles
from catalog_tool.site.pages.grouping import by_category
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

MONTHS_KEPT = 12
"""How long a version stays after the next one appeared."""


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    settings = publication.settings
    words = publication.words
    documents = {
        "index": words.gettext("Where everything is. Start here."),
        "partner": words.gettext("One %(partner)s, with everything on its page."),
        "applications": words.gettext(
            "All %(applications)s, with other names, category, and the %(partners)s that list them."
        ),
        "categories": words.gettext(
            "All categories, with their %(applications)s and %(partners)s."
        ),
        "changes": words.gettext(
            "What changed in the last two years, and which %(partners)s left or have a new id. "
            "If your program keeps a copy, check this file for updates."
        ),
    }
    yield fill(
        Page(
            DOCUMENTATION,
            title=words.gettext("For programs"),
            description=words.gettext(
                "The data of %(title)s as JSON with schemas, as CSV, and as feeds.",
                title=settings.title,
            ),
            subject=DataFiles({"catalog.json": "application/json", "catalog.csv": "text/csv"}),
        ),
        "api.html",
        publication,
        documents=[(name, about, schema_path(name)) for name, about in documents.items()],
        folder=FOLDER,
        has_categories=bool(by_category(publication.catalog)),
        index=published_address(f"{FOLDER}index.json", settings),
        months=MONTHS_KEPT,
    )
