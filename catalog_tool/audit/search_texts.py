"""What the theme's search says of a page stands on that page, and leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from catalog_tool.audit.built_site import PAGE_REGION, BuiltPage, BuiltSite
from catalog_tool.audit.fault import Fault
from catalog_tool.audit.lists_of_partners import NOT_READABLE, SEARCH_INDEX
from catalog_tool.audit.search_records import SearchRecord, search_records
from catalog_tool.content_policy import LOST_PAGE

# Where the search cuts a text: the elements that it takes over, without attributes.
_ELEMENT = re.compile(r"</?(?:code|li|ol|p|pre|sub|sup|ul)>")
# Blanks, and what parts words of Chinese for the search.
_UNSEEN = re.compile("[\\s\u200b]+")
_SHOWN = 60


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield what the search says of a page and the page does not, and where it leads to nothing."""
    if not site.has_search:
        return
    try:
        found = search_records(site.text(SEARCH_INDEX))
    except NOT_READABLE as error:
        yield Fault(SEARCH_INDEX, f"its records cannot be read: {error}")
        return
    for path, records in found.items():
        is_page = path.endswith(".html") and path != LOST_PAGE and path in site.files
        messages = _messages(site.page(path), records, site) if is_page else ["is not there"]
        yield from (Fault(SEARCH_INDEX, f"{path}: the page {each}.") for each in messages)


def _messages(page: BuiltPage, records: tuple[SearchRecord, ...], site: BuiltSite) -> Iterator[str]:
    made = site.made_pages.get(page.path)
    title = _letters(made.front["title"]) if made else ""
    written = {part for record in records for part in _parts(record)}
    if unsaid := _unsaid(page, written, title):
        yield f"does not say what the search says: {min(unsaid)[:_SHOWN]!r}"
    for section in sorted({record.section for record in records} - {""}):
        if not page.has_id(section):
            yield f"has no section {section}, where the search leads"


def _unsaid(page: BuiltPage, written: set[str], title: str) -> set[str]:
    """Return what a page does not say, of parts of texts."""
    letters = {part: _letters(unescape(part)) for part in written}
    # Of most pages of a large catalog the search knows the title only: reading them takes longest.
    if not (others := {part for part in written if letters[part] != title}):
        return set()
    said = _said(page, title)
    return {part for part in others if letters[part] not in said}


def _parts(record: SearchRecord) -> Iterator[str]:
    for text in (record.title, record.text):
        yield from _ELEMENT.split(text)


def _said(page: BuiltPage, title: str) -> str:
    """Return the letters of a page, without those of the frame if the catalog made the page."""
    regions = page.tree.css(PAGE_REGION) or page.tree.css("body")
    titles = [] if title else page.tree.css("head title")
    return title + _letters("".join(node.text() for node in (*titles, *regions)))


def _letters(text: str) -> str:
    return _UNSEEN.sub("", text)
