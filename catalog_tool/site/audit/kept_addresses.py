"""Checks the pages of addresses without an entry: former partners, withheld entries, and aliases.

They exist, they link only to the right place, and the withheld entries are listed to readers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import CATALOG_FOLDER, INDEX_FILE, BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault, differences
from catalog_tool.site.audit.lists import NOT_READABLE


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield what is wrong with these pages, and with the lists of withheld entries."""
    for identifier in sorted(site.publication.kept_ids):
        page = site.page(f"partners/{identifier}/{INDEX_FILE}")
        successor = _successor(identifier, site)
        target = f"{page.root}/partners/{successor}/" if successor else ""
        yield from _page_faults(page, "[data-successor]", target, site)
    for path, target in site.redirects.items():
        page = site.page(path)
        yield from _page_faults(page, "a", target, site)
        if page.html and not page.tree.css(f"[http-equiv=refresh][content='0; url={target}']"):
            yield Fault(path, "The page doesn't redirect to the new page.")
    names = [entry.name for entry in site.publication.withheld]
    for path in (INDEX_FILE, f"{CATALOG_FOLDER}/{INDEX_FILE}"):
        listed = [node.text() for node in site.page(path).in_region("[data-withheld]")]
        yield from differences(path, "withheld entries", names, listed)
    ids = [entry.id for entry in site.publication.withheld if entry.id]
    try:
        found = json.loads(site.text("catalog.json"))["quarantined"]
        yield from differences("catalog.json", "withheld entries", ids, found)
    except NOT_READABLE as error:
        yield Fault("catalog.json", f"The withheld entries can't be read: {error}")


def _page_faults(page: BuiltPage, selector: str, target: str, site: BuiltSite) -> Iterator[Fault]:
    if not page.html:
        yield Fault(page.path, "The page is missing.")
        return
    found = [str(node.attributes.get("href")) for node in page.in_region(selector)]
    if found != ([target] if target else []):
        yield Fault(page.path, "The page doesn't link to the new page.")
    for node in page.in_region("a[href]"):
        target = str(node.attributes["href"])
        if site.leaves(target):
            yield Fault(page.path, f"A link leaves the site: {target[:80]}")


def _successor(identifier: str, site: BuiltSite) -> str:
    """Return the current id of a former partner, or ``""``."""
    *before, last = site.publication.catalog.former.move_chain(identifier)
    is_gone = last in site.publication.catalog.former.former
    return last if before and not is_gone else ""
