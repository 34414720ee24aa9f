"""The addresses that a partner put into an entry."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.site.addresses import contact_target
from catalog_tool.text.markup import Markup


def addresses(entry: Entry) -> frozenset[str]:
    """Return every address that the page of an entry may link to, as the links have it."""
    return frozenset(_addresses(entry))


def _addresses(entry: Entry) -> Iterator[str]:
    yield from (contact_target(address) for _, address in entry.partner.addresses())
    yield from _targets(entry.description)
    yield from _targets(entry.note)


def _targets(markup: Markup) -> Iterator[str]:
    for token in markup.tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs.get("href", ""))
