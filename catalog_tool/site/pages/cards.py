"""Partners as cards or rows, for pages that show several partners.

A partner is on many pages, so each card and each row is rendered only once.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup as SafeHtml

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.templating import fragment


def partner_cards(
    entries: Iterable[Entry], address: str, publication: Publication
) -> dict[str, SafeHtml]:
    """Return the card of each entry, by its id.

    Args:
        entries: the partners.
        address: one of the pages for the cards. All must be equally deep below the root.
        publication: what is published.
    """
    return _rendered("partner_card.html", entries, address, publication)


def partner_rows(
    entries: Iterable[Entry], address: str, publication: Publication
) -> dict[str, SafeHtml]:
    """Return the row of each entry, by its id, like :func:`partner_cards`."""
    return _rendered("partner_row.html", entries, address, publication)


def _rendered(
    template: str, entries: Iterable[Entry], address: str, publication: Publication
) -> dict[str, SafeHtml]:
    return {entry.id: fragment(address, template, publication, entry=entry) for entry in entries}
