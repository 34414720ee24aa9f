"""One partner in the finder's answer as text: its contact, and in which conditions it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog_tool.text.terminal import visible

if TYPE_CHECKING:
    from catalog_tool.model.catalog import Catalog
    from catalog_tool.site.finder import FinderAnswer


def failing_in(identifier: str, answer: FinderAnswer) -> str:
    """Return in which conditions a partner fails, except those that the answer names before."""
    failing = answer.failing.get(identifier)
    if failing is None:
        return ""
    said = [near.name for near in answer.nearest if near.kind in {"lacking", "refused"}]
    reasons = [
        f"{what}{visible(', '.join(untold))}"
        for what, names in {"not stated: ": failing.unstated, "states ": failing.refused}.items()
        if (untold := [name for name in names if not any(each in name for each in said)])
    ]
    return f" ({'; '.join(reasons)})" if reasons else ""


def contact_of(identifier: str, catalog: Catalog) -> str:
    """Return a partner with its contact, or else its website, for a terminal."""
    entry = catalog.by_id[identifier]
    contact, website = entry.partner.contact, entry.partner.website
    stated = f"contact: {contact}" if contact else f"website: {website or 'not given'}"
    return f"{visible(entry.title)}, {visible(stated)}"
