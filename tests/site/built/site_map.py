"""Checks that the sitemap lists exactly the pages that search engines may index."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator

from catalog_tool.site.audit.fault import Fault, differences
from catalog_tool.site.audit.lists import NOT_READABLE, SITEMAP, sitemap_addresses
from catalog_tool.site.content_policy import NOT_FOUND_PAGE
from tests.site.built.made_site import MadeSite

SITEMAP_ARCHIVE = "sitemap.xml.gz"


def site_faults(site: MadeSite) -> Iterator[Fault]:
    """Yield how the sitemap differs from the pages."""
    try:
        found = list(sitemap_addresses(site))
    except NOT_READABLE as error:
        yield Fault(SITEMAP, f"The addresses can't be read: {error}")
        return
    yield from differences(SITEMAP, "addresses", _expected(site, found), found)
    if SITEMAP_ARCHIVE in site.files and not _is_same(site):
        yield Fault(SITEMAP_ARCHIVE, f"It differs from {SITEMAP}.")


def _expected(site: MadeSite, found: Iterable[str]) -> set[str]:
    """Return the addresses that must be in the sitemap, and those in it that may be."""
    must = {path for path, made in site.made_pages.items() if made.is_indexed}
    pages = {path for path in site.files if path.endswith(".html")}
    may = pages - site.made_pages.keys() - {NOT_FOUND_PAGE}
    return _addresses(site, must) | (_addresses(site, may) & set(found))


def _addresses(site: MadeSite, paths: Iterable[str]) -> set[str]:
    return {address for path in paths if (address := site.address_of(path))}


def _is_same(site: MadeSite) -> bool:
    try:
        unpacked = gzip.decompress((site.folder / SITEMAP_ARCHIVE).read_bytes())
    except (OSError, EOFError, zlib.error):
        return False
    return unpacked == site.text(SITEMAP).encode()
