"""A partner in a few lines, for pages that show several partners."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup as SafeHtml

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.messages import messages_of
from catalog_tool.site.own_fields import shown_fields
from catalog_tool.site.pages.grouping import summaries
from catalog_tool.site.pages.templating import fragment


def partner_cards(
    entries: Iterable[Entry], address: str, publication: Publication
) -> dict[str, SafeHtml]:
    """Return the card of each entry, by its id.

    A partner's card appears on many pages, so it is rendered only once.

    Args:
        entries: the partners.
        address: one of the pages for the cards. All must be equally deep below the root.
        publication: what is published.
    """
    words = messages_of(publication.settings)
    lines = summaries(publication.catalog, words)
    return {
        entry.id: fragment(
            address,
            "partner_card.html",
            publication,
            entry=entry,
            fields=[each for each in shown_fields(entry.partner, "card", words) if each.values],
            summary=lines[entry.id],
        )
        for entry in entries
    }
