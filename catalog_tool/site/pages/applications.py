"""All applications from A to Z on one page, to read or to search with the browser."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import application_address
from catalog_tool.site.pages.breadcrumbs import Listing, Step
from catalog_tool.site.pages.grouping import LONG_FROM, by_initial
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

ADDRESS = "applications/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    words = publication.words
    applications = publication.catalog.applications
    initials = by_initial(applications, lambda application: application.name)
    yield fill(
        Page(
            ADDRESS,
            title=words.gettext("%(Applications)s A–Z"),
            description=words.gettext(
                "All %(applications)s that %(partners)s list: %(title)s.",
                title=publication.settings.title,
            ),
            subject=Listing(
                words.gettext("%(Applications)s"),
                tuple(Step(each.name, application_address(each)) for each in applications),
            ),
        ),
        "applications.html",
        publication,
        initials=initials,
        is_long=len(applications) >= LONG_FROM,
    )
