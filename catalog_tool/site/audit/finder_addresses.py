"""The finder leads to no address but those that partners have put into their entries."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.site.audit.built_site import BuiltSite
from catalog_tool.site.audit.comparison import differences
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.finder_script import FINDER_SCRIPT, finder_addresses
from catalog_tool.site.audit.lists_of_partners import NOT_READABLE


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield how the finder's addresses of longer lists differ from those of the entries."""
    addresses = (entry.partner.applications_url for entry in site.publication.catalog.entries)
    expected = [address for address in addresses if address]
    try:
        found = list(finder_addresses(site))
    except NOT_READABLE as error:
        yield Fault(FINDER_SCRIPT, f"no addresses can be read from it: {error}")
        return
    yield from differences(FINDER_SCRIPT, "link", expected, found)
