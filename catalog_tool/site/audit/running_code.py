"""Checks that a page runs only the site's own files, declared hosts, and code that it may have.

The inline code of the theme and of plugins is on pages without text of any partner too.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from catalog_tool.site.audit.built_site import Attributes, BuiltPage, BuiltSite, element
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.loads import host_of
from catalog_tool.site.content_policy import DATA_TYPES, NOT_FOUND_PAGE

# Files that browsers open with the scripts in them: drawings, the feed, the sitemap.
_XML_ENDINGS = (".svg", ".xml")
_TRANSFORMED = "<?xml-stylesheet"
# A style sheet of XML, and what makes it write text as markup.
_STYLES = (".xsl", ".xslt")
_UNESCAPED = "disable-output-escaping"
_ADDRESS = re.compile(r"https://[^\"'`\s<>]+")
_REACHED = ("script-src", "connect-src", "img-src")
_SCRIPT_ADDRESS = re.compile(r"\s*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each unknown script and each event handler."""
    known = site.inline_code(page)
    for node in page.find("script"):
        if "src" in node.attributes:
            yield from _loaded(node.attributes, page, site)
        elif message := _inline_fault(
            node.attributes.get("type") or "", node.text(), known.scripts
        ):
            yield Fault(page.path, message, page.undeclared)
    for node in page.find("style"):
        if node.text() not in known.styles:
            message = f"An inline style isn't the theme's or a plugin's: {node.text()[:60]}"
            yield Fault(page.path, message, page.undeclared)
    for tag, *names in sorted(page.shapes):
        for name in names:
            if name.startswith("on"):
                yield Fault(page.path, f"<{tag}> has an event handler: {name}.")


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield what would run in an XML file that a reader opens."""
    for host in sorted(_hosts_named(site)):
        if not any(site.policy.declared.allows(each, host) for each in _REACHED):
            message = f"An inline script of the theme or a plugin uses another host: {host}"
            yield Fault(NOT_FOUND_PAGE, message, (_REACHED[0], host))
    for path in sorted(site.files):
        text = site.text(path) if path.lower().endswith(_XML_ENDINGS + _STYLES) else ""
        if path.lower().endswith(_XML_ENDINGS):
            yield from (Fault(path, message) for message in _xml_faults(text))
        if _TRANSFORMED in text and not site.policy.declared.has_file(path):
            yield Fault(path, "A style sheet could turn it into a page.", ("files", path))
        if _UNESCAPED in text:
            yield Fault(path, "The style sheet could turn the text of a partner into a script.")


def _hosts_named(site: BuiltSite) -> Iterator[str]:
    """Yield each host in the inline scripts of the frame. The policy would block them silently."""
    for script in site.policy.frame.scripts:
        yield from filter(None, map(host_of, _ADDRESS.findall(script)))


def _xml_faults(text: str) -> Iterator[str]:
    try:
        root = ET.fromstring(text)  # noqa: S314 - expat limits entities
    except ET.ParseError as error:
        yield f"It isn't XML, so it can't be checked for scripts: {error}"
        return
    for node in root.iter():
        if (tag := _local(node.tag).lower()) == "script":
            yield "It contains a script."
        for name, value in node.attrib.items():
            if _local(name).lower().startswith("on"):
                yield f"<{tag}> has an event handler: {_local(name)}."
            if _local(name) == "href" and _SCRIPT_ADDRESS.match(value):
                yield f"<{tag}> links to a script."


def _local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]


def _loaded(attributes: Attributes, page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield a script that isn't a file of the site and isn't from a declared host."""
    source = attributes["src"] or ""
    if _local_file(source, page, site) in site.files:
        return
    host = host_of(source)
    if not (host and site.may_load(page, element("script", attributes), "script-src", host)):
        missing = ("script-src", host) if host else None
        yield Fault(page.path, f"A script from another site is loaded: {source}", missing)


def _inline_fault(kind: str, text: str, known: tuple[str, ...]) -> str:
    if kind in DATA_TYPES:
        return "" if _is_json(text) else f"A script of the type {kind} isn't JSON."
    return "" if text in known else f"An inline script isn't the theme's or a plugin's: {text[:60]}"


def _local_file(source: str, page: BuiltPage, site: BuiltSite) -> str:
    """Return the path of the site's file at an address, or ``""`` if it is on another site."""
    base = site.policy.not_found.base.rstrip("/") + "/"
    if page.path == NOT_FOUND_PAGE and source.startswith(base):
        return source.removeprefix(base)
    if ":" in source or source.startswith(("/", "\\")):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), source))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
