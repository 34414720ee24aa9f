"""Checks that the pictures of a site are the logos of its partners, as they were judged."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import PAGE_REGION, BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault

_FOLDER = "logos/"


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each picture in the catalog's part of a page that isn't a partner's logo."""
    for node in page.find(f"{PAGE_REGION} img"):
        source = node.attributes.get("src") or ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), source))
        if ":" in source or path not in site.logos or node.attributes.get("alt") != "":
            yield Fault(page.path, f"A picture isn't the logo of a partner: {source[:80]}")


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield each logo that is missing, changed, or unknown."""
    logos = site.logos
    for path in sorted({each for each in site.files if each.startswith(_FOLDER)} | logos.keys()):
        if path not in site.files:
            yield Fault(path, "The logo is missing.")
        elif (site.folder / path).read_bytes() != logos.get(path):
            yield Fault(path, "The file isn't the logo that was judged.")
