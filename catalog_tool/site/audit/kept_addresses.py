"""Addresses without an entry answer, lead where they should, and are nobody's page.

They are those of former partners, and of entries that are left out until they are mended.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import CATALOG_PAGE, ENTRANCE, BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault, differences
from catalog_tool.site.audit.lists import NOT_READABLE


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield what is wrong with the pages of these addresses, and with who tells of them."""
    for identifier in sorted(site.publication.kept_ids):
        yield from _page_faults(site.page(f"partners/{identifier}/{ENTRANCE}"), identifier, site)
    names = [entry.name for entry in site.publication.left_out]
    for path in (ENTRANCE, CATALOG_PAGE):
        told = [node.text() for node in site.page(path).in_region("[data-left-out]")]
        yield from differences(path, "omission", names, told)
    ids = [entry.id for entry in site.publication.left_out if entry.id]
    try:
        listed = json.loads(site.text("catalog.json"))["quarantined"]
        yield from differences("catalog.json", "omission", ids, listed)
    except NOT_READABLE as error:
        yield Fault("catalog.json", f"the entries left out cannot be read from it: {error}")


def _page_faults(page: BuiltPage, identifier: str, site: BuiltSite) -> Iterator[Fault]:
    if not page.html:
        yield Fault(page.path, "the address does not answer.")
        return
    expected = _successor(identifier, site)
    found = [str(node.attributes.get("href")) for node in page.in_region("[data-successor]")]
    if found != ([f"{page.root}/partners/{expected}/"] if expected else []):
        yield Fault(page.path, "the page does not lead to where the partner went.")
    repository = site.publication.settings.repository.rstrip("/")
    for node in page.in_region("a[href]"):
        target = str(node.attributes["href"])
        if ":" in target and not (repository and target.startswith(f"{repository}/")):
            yield Fault(page.path, f"a link leads elsewhere: {target[:80]}")


def _successor(identifier: str, site: BuiltSite) -> str:
    """Return the id that a former partner has now, or ``""``."""
    *before, last = site.publication.catalog.former.way_of(identifier)
    is_gone = last in site.publication.catalog.former.former
    return last if before and not is_gone else ""
