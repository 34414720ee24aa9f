"""Checks that a page runs only the theme's inline scripts and the site's own files."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from catalog_tool.site.audit.built_site import BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import NOT_FOUND_PAGE

# Types that a browser always reads as data. Source: HTML, the script element.
_DATA_TYPES = frozenset(["application/json", "application/ld+json"])
# Files that browsers open with the scripts in them: drawings, the feed, the sitemap.
_XML_ENDINGS = (".svg", ".xml")
_TRANSFORMED = "<?xml-stylesheet"
_SCRIPT_ADDRESS = re.compile(r"\s*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each unknown script and each event handler."""
    known = site.scripts_of(page)
    for node in page.find("script"):
        if message := _script_fault(node.attributes, node.text(), known, page, site):
            yield Fault(page.path, message)
    for tag, *names in sorted(page.shapes):
        for name in names:
            if name.startswith("on"):
                yield Fault(page.path, f"<{tag}> has an event handler: {name}.")


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield what would run in an XML file that a reader opens."""
    for path in sorted(site.files):
        if path.lower().endswith(_XML_ENDINGS):
            yield from (Fault(path, message) for message in _xml_faults(site.text(path)))


def _xml_faults(text: str) -> Iterator[str]:
    if _TRANSFORMED in text:
        yield "A style sheet could turn it into a page."
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


def _script_fault(
    attributes: dict[str, str | None],
    text: str,
    known: tuple[str, ...],
    page: BuiltPage,
    site: BuiltSite,
) -> str:
    source, kind = attributes.get("src"), attributes.get("type") or ""
    if "src" in attributes:
        is_ours = source is not None and _local_file(source, page, site) in site.files
        return "" if is_ours else f"A script from another site is loaded: {source}"
    if kind in _DATA_TYPES:
        return "" if _is_json(text) else f"A script of the type {kind} isn't JSON."
    return "" if text in known else f"An inline script isn't the theme's: {text[:60]}"


def _local_file(source: str, page: BuiltPage, site: BuiltSite) -> str:
    """Return the path of the site's file at an address, or ``""`` if it is on another site."""
    base = site.theme_scripts.base.rstrip("/") + "/"
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
