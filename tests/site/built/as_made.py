"""Checks that generated pages and files are published unchanged.

The audit compares the site with the entries. This module checks that the theme and the plugins of
MkDocs don't change what the catalog generated.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog_tool.model.content_policy import ContentPolicy
from catalog_tool.site.audit.built_site import PAGE_REGION, BuiltPage
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import META, content_policy, is_page
from tests.site.built.made_site import MadeSite

# MkDocs adds an edit link before it.
_MOST_BEFORE = ["a"]


def page_faults(page: BuiltPage, site: MadeSite) -> Iterator[Fault]:
    """Compare the catalog's part of a page with the generated page."""
    made = site.made_pages.get(page.path)
    if made is None:
        return
    regions = page.tree.css(PAGE_REGION)
    expected = LexborHTMLParser(made.body).css(PAGE_REGION)
    if [each.html for each in regions] != [each.html for each in expected]:
        yield Fault(page.path, "The page isn't as the catalog generated it.")
    elif any(map(_has_siblings, regions)):
        yield Fault(page.path, "There is other content beside the part that the catalog generated.")


def site_faults(site: MadeSite) -> Iterator[Fault]:
    """Compare the files for programs and browsers with the generated files."""
    for path, made in site.made_files.items():
        if path not in site.files:
            yield Fault(path, "The file is missing.")
        elif (site.folder / path).read_bytes() != _published(path, made, site).encode():
            yield Fault(path, "The file isn't as the catalog generated it.")


def _published(path: str, made: str, site: MadeSite) -> str:
    """Return a generated file with what is written into each page."""
    if not is_page(path):
        return made
    policy = META.format(content_policy(site.inline_code(site.page(path)), ContentPolicy()))
    return made.replace("<head>", f"<head>\n    {policy}", 1)


def _has_siblings(region: LexborNode) -> bool:
    return _shown_siblings(region, "next") != [] or _shown_siblings(region, "prev") not in (
        [],
        _MOST_BEFORE,
    )


def _shown_siblings(node: LexborNode, direction: str) -> list[str]:
    """Return the siblings of an element: tags, and texts that aren't blank."""
    found = []
    sibling = getattr(node, direction)
    while sibling is not None:
        name = sibling.tag or ""
        if name != "-text" or sibling.text(deep=False).strip():
            found.append(name)
        sibling = getattr(sibling, direction)
    return found
