"""The whole catalog on one page, to read, to search with Ctrl-F, and to print."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import partner_address
from catalog_tool.site.messages import messages_of
from catalog_tool.site.pages.breadcrumbs import Listing, Step
from catalog_tool.site.pages.grouping import LONG_FROM, by_initial
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.partner import application_groups
from catalog_tool.site.pages.templating import fill

ADDRESS = "catalog/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    words = messages_of(publication.settings)
    catalog = publication.catalog
    initials = by_initial(catalog.entries, lambda entry: entry.title)
    groups = {entry.id: application_groups(entry, catalog) for entry in catalog.entries}
    yield fill(
        Page(
            ADDRESS,
            title=words.gettext("All %(partners)s"),
            description=words.gettext(
                "All %(partners)s from A to Z on one page, with contact, %(applications)s, and "
                "what they do: %(title)s.",
                title=publication.settings.title,
            ),
            subject=Listing(
                words.gettext("%(Partners)s"),
                tuple(Step(entry.title, partner_address(entry)) for entry in catalog.entries),
            ),
        ),
        "catalog.html",
        publication,
        groups=groups,
        initials=initials,
        is_long=len(catalog.entries) >= LONG_FROM,
    )
