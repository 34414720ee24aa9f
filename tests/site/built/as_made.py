"""What the catalog made is published as it was made: nothing was added, and nothing taken away.

The audit compares the site with the entries. This holds the frame, the theme and the plugins of
MkDocs to what the catalog gave them, whatever it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog_tool.site.audit.built_site import PAGE_REGION, BuiltPage
from catalog_tool.site.audit.fault import Fault
from tests.site.built.made_site import MadeSite

# MkDocs puts the way to edit a page before it.
_MOST_BEFORE = ["a"]


def page_faults(page: BuiltPage, site: MadeSite) -> Iterator[Fault]:
    """Compare what stands in the theme's frame with what the catalog's templates made."""
    made = site.made_pages.get(page.path)
    if made is None:
        return
    regions = page.tree.css(PAGE_REGION)
    expected = LexborHTMLParser(made.body).css(PAGE_REGION)
    if [each.html for each in regions] != [each.html for each in expected]:
        yield Fault(page.path, "the page is not as the catalog made it.")
    elif any(map(_has_company, regions)):
        yield Fault(page.path, "something stands beside what the catalog made of the page.")


def site_faults(site: MadeSite) -> Iterator[Fault]:
    """Compare the files for programs and browsers with those that the catalog made."""
    for path, made in site.made_files.items():
        if path not in site.files:
            yield Fault(path, "the file is missing.")
        elif (site.folder / path).read_bytes() != made.encode():
            yield Fault(path, "the file is not as the catalog made it.")


def _has_company(region: LexborNode) -> bool:
    return _shown_siblings(region, "next") != [] or _shown_siblings(region, "prev") not in (
        [],
        _MOST_BEFORE,
    )


def _shown_siblings(node: LexborNode, direction: str) -> list[str]:
    """Return what stands beside an element: tags, and texts that are not blank."""
    found = []
    sibling = getattr(node, direction)
    while sibling is not None:
        name = sibling.tag or ""
        if name != "-text" or sibling.text(deep=False).strip():
            found.append(name)
        sibling = getattr(sibling, direction)
    return found
