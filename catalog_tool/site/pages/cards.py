"""A partner in a few lines, for the pages that offer a choice of partners."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup as SafeHtml

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.grouping import summaries
from catalog_tool.site.pages.templating import fragment


def partner_cards(
    entries: Iterable[Entry], address: str, publication: Publication
) -> dict[str, SafeHtml]:
    """Return the card of each entry, by its id.

    An application that many partners connect shows many cards, so each is made once.

    Args:
        entries: whose cards are needed.
        address: any of the pages they are for; all are equally deep below the root.
        publication: what is published.
    """
    said = summaries(publication.catalog)
    return {
        entry.id: fragment(
            address, "partner_card.html", publication, entry=entry, summary=said[entry.id]
        )
        for entry in entries
    }
