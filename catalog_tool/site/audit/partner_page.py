"""A partner's page is about that partner, and leads only where the partner's file leads."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.site.addresses import contact_target
from catalog_tool.site.audit.built_site import PAGE_REGION, BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.own_addresses import addresses


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield what is wrong with the page of a partner: whom it names, and where it leads."""
    if entry := site.entry_of(page):
        yield from _faults(page, entry, site)


def _faults(page: BuiltPage, entry: Entry, site: BuiltSite) -> Iterator[Fault]:
    heading = page.tree.css_first(f"{PAGE_REGION} h1")
    if heading is None or _shown(heading.text()) != _shown(entry.title):
        yield Fault(page.path, "the heading is not the name of the partner.")
    targets = {str(node.attributes["href"]) for node in page.in_region("a[href]")}
    for name, address in (("contact", entry.partner.contact), ("website", entry.partner.website)):
        if contact_target(address) not in targets:
            yield Fault(page.path, f"the page does not lead to the {name} of the partner.")
    repository = site.publication.settings.repository.rstrip("/")
    for target in sorted(targets - addresses(entry)):
        is_ours = bool(repository) and target.startswith(f"{repository}/")
        if ":" in target and not is_ours:
            yield Fault(page.path, f"a link leads where the file does not: {target[:80]}")


def _shown(text: str) -> str:
    return " ".join(text.split())
