"""Checks that a page loads only from declared hosts, and sends nothing to another host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import Attributes, BuiltPage, BuiltSite, element
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import is_of_catalog

# Of the allowed attributes, these make a browser load or send something.
_LOADING = ("action", "src")
# The other relations of a <link> load nothing.
_FETCHED = frozenset(
    "apple-touch-icon dns-prefetch icon manifest mask-icon modulepreload preconnect prefetch "
    "preload prerender stylesheet".split()
)
_FOREIGN = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]\s*[/\\])", re.IGNORECASE)
_HOST = re.compile(r"https://([a-z0-9.-]+)(?:[/?#]|\Z)")
_STYLE_ADDRESS = re.compile(r"(url\(|@import)\s*[\"']?([^\"')\s]+)", re.IGNORECASE)
_PICTURE = "data:image/"
_FONT = re.compile(r"\.(?:woff2?|ttf|otf)\b", re.IGNORECASE)
_DIRECTIVES = {"script": "script-src", "img": "img-src", "iframe": "frame-src"}


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each address on another host that a browser would load from or send to."""
    for tag, name, attributes in _loads(page):
        address = attributes[name] or ""
        if not _FOREIGN.match(address):
            continue
        if tag == "img" and address.startswith(_PICTURE) and not is_of_catalog(page.path):
            continue
        directive, host = _directive(tag, attributes), host_of(address)
        if not (host and site.may_load(page, element(tag, attributes), directive, host)):
            missing = (directive, host) if directive and host else None
            yield Fault(page.path, f"<{tag} {name}> uses another host: {address[:80]}", missing)


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield each address on another host in a style sheet."""
    for path in sorted(site.files):
        if path.endswith(".css"):
            for rule, address in _STYLE_ADDRESS.findall(site.text(path)):
                if _FOREIGN.match(address) and not address.startswith(_PICTURE):
                    directive, host = _directive_in_styles(rule, address), host_of(address)
                    if not site.policy.declared.allows(directive, host):
                        message = f"The style sheet loads from another host: {address[:80]}"
                        yield Fault(path, message, (directive, host) if host else None)


def host_of(address: str) -> str:
    """Return the host of an https address that the policy can allow; otherwise ``""``."""
    found = _HOST.match(address)
    return found[1] if found else ""


def _directive(tag: str, attributes: Attributes) -> str:
    if tag != "link":
        return _DIRECTIVES.get(tag, "")
    relations = (attributes["rel"] or "").lower().split()
    if "stylesheet" in relations or "preconnect" in relations:
        return "font-src" if "crossorigin" in attributes else "style-src"
    return "img-src" if "icon" in relations else ""


def _directive_in_styles(rule: str, address: str) -> str:
    if rule.startswith("@"):
        return "style-src"
    return "font-src" if _FONT.search(address) else "img-src"


def _loads(page: BuiltPage) -> Iterator[tuple[str, str, Attributes]]:
    for name in _LOADING:
        for node in page.find(f"[{name}]"):
            yield node.tag or "", name, node.attributes
    for node in page.find("link[rel][href]"):
        if _FETCHED.intersection(str(node.attributes["rel"]).lower().split()):
            yield "link", "href", node.attributes
