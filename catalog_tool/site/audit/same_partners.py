"""Whatever lists the partners lists the same ones: each entry once, nobody twice, nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.site.audit.built_site import BuiltSite
from catalog_tool.site.audit.comparison import differences
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.lists_of_partners import NOT_READABLE, readers


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield how each list of partners differs from the entries."""
    expected = [entry.id for entry in site.publication.catalog.entries]
    for path, read in readers(site).items():
        try:
            found = list(read(site))
        except NOT_READABLE as error:
            yield Fault(path, f"no partners can be read from it: {error}")
            continue
        yield from differences(path, "partner", expected, found)
