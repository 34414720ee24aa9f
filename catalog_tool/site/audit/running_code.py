"""Nothing runs on a page but the theme's inline scripts and the site's own files."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import LOST_PAGE

# What a browser reads as data, whatever stands in it. Source: HTML, the script element.
_DATA_TYPES = frozenset(["application/json", "application/ld+json"])


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each script that nobody knows, and each event handler."""
    known = site.theme_scripts.on_page(site.base_of(page))
    for node in page.find("script"):
        if message := _script_fault(node.attributes, node.text(), known, page, site):
            yield Fault(page.path, message)
    for tag, *names in sorted(page.shapes):
        for name in names:
            if name.startswith("on"):
                yield Fault(page.path, f"<{tag}> has an event handler, {name}.")


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
        return "" if is_ours else f"a script of elsewhere is loaded: {source}"
    if kind in _DATA_TYPES:
        return "" if _is_json(text) else f"a script of the type {kind} is no JSON."
    return "" if text in known else f"an inline script is not the theme's: {text[:60]}"


def _local_file(source: str, page: BuiltPage, site: BuiltSite) -> str:
    """Return the path of the site's file that an address leads to, or ``""`` if it leaves it."""
    if page.path == LOST_PAGE and source.startswith(base := site.base_of(page)):
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
