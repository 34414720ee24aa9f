"""Checks that feeds lead only to pages of the site."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from catalog_tool.site.audit.built_site import INDEX_FILE, BuiltSite
from catalog_tool.site.audit.fault import Fault

_ATOM = "{http://www.w3.org/2005/Atom}"
_NAME = "feed.xml"


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield each feed that can't be read, and each of its links that leads elsewhere."""
    root = site.publication.settings.site_url.rstrip("/")
    pages = {path.removesuffix(INDEX_FILE) for path in site.files if path.endswith(INDEX_FILE)}
    for path in sorted({_NAME} | {path for path in site.files if path.endswith(f"/{_NAME}")}):
        try:
            feed = ET.fromstring(site.text(path))  # noqa: S314 - a file of ours; expat limits entities
        except ET.ParseError as error:
            yield Fault(path, f"The feed can't be read: {error}")
            continue
        targets = {str(link.get("href")) for link in feed.iter(f"{_ATOM}link")}
        for target in sorted(targets):
            address = target.removeprefix(f"{root}/") if root else urljoin(f"/{path}", target)[1:]
            if address not in pages | {path}:
                yield Fault(path, f"The feed leads to something other than a page: {target}")
