"""One partner in the finder's answer as text: its contact, and in which conditions it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog_tool.text.terminal import visible

if TYPE_CHECKING:
    from catalog_tool.model.catalog import Catalog
    from catalog_tool.site.finder import FinderAnswer


def failing_in(identifier: str, answer: FinderAnswer, catalog: Catalog) -> str:
    """Return in which conditions a partner fails, except those that the answer names before."""
    fields = catalog.by_id[identifier].partner.fields
    missing = [
        name
        for each in answer.asked
        if set(each.values).isdisjoint(fields.get(each.field, ()))
        for name in each.names
    ]
    refused = [
        name
        for each in answer.refused
        for value, name in zip(each.values, each.names, strict=True)
        if value in fields.get(each.field, ())
    ]
    # A partner that states nothing about a field may be what is refused.
    missing += [
        catalog.fields[each.field].label for each in answer.refused if not fields.get(each.field)
    ]
    said = [near.name for near in answer.nearest if near.kind in {"lacking", "refused"}]
    reasons = [
        f"{what}{visible(', '.join(failing))}"
        for what, names in {"not stated: ": missing, "states ": refused}.items()
        if (failing := [name for name in names if not any(each in name for each in said)])
    ]
    return f" ({'; '.join(reasons)})" if reasons else ""


def contact_of(identifier: str, catalog: Catalog) -> str:
    """Return a partner with its contact, or else its website, for a terminal."""
    entry = catalog.by_id[identifier]
    contact, website = entry.partner.contact, entry.partner.website
    stated = f"contact: {contact}" if contact else f"website: {website or 'not given'}"
    return f"{visible(entry.title)}, {visible(stated)}"
