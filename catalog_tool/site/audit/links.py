"""Checks that links lead only to web pages, email addresses, and pages of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog_tool.site.audit.built_site import BuiltPage, BuiltSite, element
from catalog_tool.site.audit.data_scripts import FINDER_SCRIPT, finder_index
from catalog_tool.site.audit.fault import Fault, differences
from catalog_tool.site.audit.lists import NOT_READABLE

# Characters that a browser removes from an address first. Source: the URL standard.
_DROPPED = re.compile(r"[\t\n\r]|\A[\x00-\x20]+|[\x00-\x20]+\Z")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_SCHEMES = frozenset(["https", "http", "mailto"])
_REQUIRED = frozenset(["nofollow", "noopener", "noreferrer"])
_REL = f'rel="{" ".join(sorted(_REQUIRED))}"'
_LEAVING = ("//", "/\\", "\\")
_SHOWN = 80


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each link that isn't allowed."""
    links = {
        (attributes["href"] or "", attributes.get("rel") or "", "target" in attributes)
        for attributes in page.attributes.get("a", ())
        if "href" in attributes
    }
    for address, relations, opens_window in sorted(links):
        target, reason = _check_address(address)
        stated = set(relations.lower().split())
        if reason:
            yield Fault(page.path, f"A link {reason}: {target[:_SHOWN]}")
        if target in site.partner_addresses and not stated >= _REQUIRED:
            yield Fault(page.path, f"A partner's link lacks {_REL}: {target[:_SHOWN]}")
        if opens_window and "noopener" not in stated:
            yield Fault(page.path, f"A link opens a window without 'noopener': {target[:_SHOWN]}")
    yield from _head_faults(page, site)


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield how the addresses of longer lists in the finder's index differ from the entries."""
    addresses = (entry.partner.applications_url for entry in site.publication.catalog.entries)
    expected = [address for address in addresses if address]
    try:
        found = list(map(str, finder_index(site)["fullLists"].values()))
    except NOT_READABLE as error:
        yield Fault(FINDER_SCRIPT, f"The addresses can't be read: {error}")
        return
    yield from differences(FINDER_SCRIPT, "links", expected, found)


def _head_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each ``<link>`` in the head that leads to another site."""
    root = site.publication.settings.site_url.rstrip("/")
    for attributes in page.attributes.get("link", ()):
        target = _DROPPED.sub("", attributes.get("href") or "")
        is_ours = bool(root) and target.startswith(f"{root}/")
        is_frames = element("link", attributes) in site.frame  # what it loads, loads.py checks
        if not (is_ours or is_frames) and (_SCHEME.match(target) or target.startswith(_LEAVING)):
            yield Fault(page.path, f"A <link> leads to another site: {target[:_SHOWN]}")


@lru_cache(maxsize=4096)  # the theme's links are on every page
def _check_address(address: str) -> tuple[str, str]:
    """Return an address as a browser follows it, and what is wrong with it, or ``""``."""
    target = _DROPPED.sub("", address)
    scheme = found[1].lower() if (found := _SCHEME.match(target)) else ""
    if scheme and scheme not in _SCHEMES:
        return target, f"has the scheme {scheme}"
    if target.startswith(_LEAVING):
        return target, "leads to another site without a scheme"
    return target, ""
