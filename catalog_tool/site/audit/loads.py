"""Checks that a page loads nothing from another host and sends nothing to one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault

# Of the allowed attributes, these make a browser load or send something.
_LOADING = ("action", "src")
# The other relations of a <link> load nothing.
_FETCHED = frozenset(
    "apple-touch-icon dns-prefetch icon manifest mask-icon modulepreload preconnect prefetch "
    "preload prerender stylesheet".split()
)
_FOREIGN = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]\s*[/\\])", re.IGNORECASE)
_STYLE_ADDRESS = re.compile(r"(?:url\(|@import)\s*[\"']?([^\"')\s]+)", re.IGNORECASE)


def page_faults(page: BuiltPage, _site: BuiltSite) -> Iterator[Fault]:
    """Yield each address on another host that a browser would load from or send to."""
    for tag, name, address in _loads(page):
        if _FOREIGN.match(address):
            yield Fault(page.path, f"<{tag} {name}> uses another host: {address[:80]}")


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield each address on another host in a style sheet."""
    for path in sorted(site.files):
        if path.endswith(".css"):
            for address in _STYLE_ADDRESS.findall(site.text(path)):
                if _FOREIGN.match(address) and not address.startswith("data:image/"):
                    yield Fault(path, f"The style sheet loads from another host: {address[:80]}")


def _loads(page: BuiltPage) -> Iterator[tuple[str, str, str]]:
    for name in _LOADING:
        for node in page.find(f"[{name}]"):
            yield node.tag or "", name, node.attributes[name] or ""
    for node in page.find("link[rel][href]"):
        if _FETCHED.intersection(str(node.attributes["rel"]).lower().split()):
            yield "link", "href", node.attributes["href"] or ""
