"""Checks that a partner's page names the partner and links only where the partner's file does."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.site.addresses import contact_target
from catalog_tool.site.audit.built_site import PAGE_REGION, BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.own_addresses import addresses


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield what is wrong with a partner's page: its heading and its links."""
    if entry := site.entry_of(page):
        yield from _faults(page, entry, site)


def _faults(page: BuiltPage, entry: Entry, site: BuiltSite) -> Iterator[Fault]:
    heading = page.tree.css_first(f"{PAGE_REGION} h1")
    if heading is None or _shown(heading.text()) != _shown(entry.title):
        yield Fault(page.path, "The heading isn't the partner's name.")
    targets = {str(node.attributes["href"]) for node in page.in_region("a[href]")}
    for name, address in (("contact", entry.partner.contact), ("website", entry.partner.website)):
        if address and contact_target(address) not in targets:
            yield Fault(page.path, f"The page doesn't link to the partner's {name}.")
    for target in filter(site.leaves, sorted(targets - addresses(entry))):
        yield Fault(page.path, f"A link isn't in the partner's file: {target[:80]}")


def _shown(text: str) -> str:
    return " ".join(text.split())
