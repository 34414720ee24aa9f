"""Checks that the search results match the pages that they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from catalog_tool.site.audit.built_site import BuiltPage
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.lists import NOT_READABLE
from catalog_tool.site.content_policy import NOT_FOUND_PAGE
from catalog_tool.site.full_text import searchable_html
from tests.site.built.made_site import MadePage, MadeSite
from tests.site.built.search_records import SEARCH_INDEX, SearchRecord, search_records

# The elements that the search keeps, without attributes.
_ELEMENT = re.compile(r"</?(?:code|li|ol|p|pre|sub|sup|ul)>")
# White space, and the separator of Chinese words in the search.
_UNSEEN = re.compile("[\\s\u200b]+")
# In generated HTML, no attribute value has the sign ">".
_ANY_ELEMENT = re.compile(r"<[^>]*>")
_ID = re.compile(r'\sid="([^"]*)"')
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Page:
    """The letters of a page, and the ids of its sections."""

    letters: str
    sections: frozenset[str]


def site_faults(site: MadeSite) -> Iterator[Fault]:
    """Yield search results that aren't on their page, or lead nowhere."""
    if not site.has_search:
        return
    try:
        found = search_records(site.text(SEARCH_INDEX))
    except NOT_READABLE as error:
        yield Fault(SEARCH_INDEX, f"The records can't be read: {error}")
        return
    for path, records in found.items():
        is_page = path.endswith(".html") and path != NOT_FOUND_PAGE and path in site.files
        messages = _messages(path, records, site) if is_page else ["is missing"]
        yield from (Fault(SEARCH_INDEX, f"{path}: The page {each}.") for each in messages)


def _messages(path: str, records: tuple[SearchRecord, ...], site: MadeSite) -> Iterator[str]:
    made = site.made_pages.get(path)
    page = _of_made(made) if made else _of_tree(site.page(path))
    parts = {part for record in records for part in _parts(record)}
    if absent := [part for part in parts if _letters(unescape(part)) not in page.letters]:
        yield f"doesn't have the text of a search result: {min(absent)[:_SHOWN]!r}"
    for section in sorted({record.section for record in records} - page.sections - {""}):
        yield f"doesn't have the section {section} of a search result"


def _of_made(made: MadePage) -> _Page:
    """Read a generated page. ``as_made`` checks that it is published unchanged."""
    body = unescape(_ANY_ELEMENT.sub("", searchable_html(made.body)))
    return _Page(
        _letters(made.front["title"] + body), frozenset(map(unescape, _ID.findall(made.body)))
    )


def _of_tree(page: BuiltPage) -> _Page:
    text = "".join(node.text() for node in page.tree.css("head title, body"))
    return _Page(_letters(text), frozenset(node.id or "" for node in page.tree.css("[id]")))


def _parts(record: SearchRecord) -> Iterator[str]:
    for text in (record.title, record.text):
        yield from _ELEMENT.split(text)


def _letters(text: str) -> str:
    return _UNSEEN.sub("", text)
