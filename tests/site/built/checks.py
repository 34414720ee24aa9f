"""Checks that a built site is exactly what the catalog, the theme, and MkDocs should produce.

The audit compares a site from any engine with its entries. This compares it with the generated
files.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.site.audit.fault import Fault
from tests.site.built import as_made, known_files, page_head, site_map
from tests.site.built.made_site import MadeSite

PAGE_CHECKS = (as_made.page_faults, page_head.page_faults)
SITE_CHECKS = (as_made.site_faults, known_files.site_faults, site_map.site_faults)


def built_faults(site: MadeSite) -> list[str]:
    """Return all faults of a built site."""
    return [str(fault) for fault in _faults(site)]


def _faults(site: MadeSite) -> Iterator[Fault]:
    for page in map(site.page, site.page_paths):
        for check_page in PAGE_CHECKS:
            yield from check_page(page, site)
    for check_site in SITE_CHECKS:
        yield from check_site(site)
