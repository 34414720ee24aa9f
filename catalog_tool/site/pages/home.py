"""The home page: the finder, examples, partners, and categories."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.messages import messages_of
from catalog_tool.site.pages.cards import partner_cards
from catalog_tool.site.pages.grouping import by_category, by_initial
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.prose import read_prose
from catalog_tool.site.pages.templating import fill

ADDRESS = ""
EXAMPLES_SHOWN = 6
PARTNERS_SHOWN = 12
"""Most partners that the home page shows. A selection of more would be unfair."""


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    catalog = publication.catalog
    partners = catalog.entries if len(catalog.entries) <= PARTNERS_SHOWN else ()
    introduction = read_prose(publication, "introduction")
    yield fill(
        Page(
            ADDRESS,
            title=messages_of(publication.settings).gettext("Who connects our %(application)s?"),
            description=publication.settings.summary,
            edit=introduction.source if introduction else "",
        ),
        "home.html",
        publication,
        examples=catalog.most_listed[:EXAMPLES_SHOWN],
        introduction=introduction,
        listings=by_category(catalog).values(),
        options=read_prose(publication, "integration-options"),
        initials=by_initial(catalog.entries, lambda entry: entry.title),
        cards=partner_cards(partners, ADDRESS, publication),
        partners=partners,
    )
