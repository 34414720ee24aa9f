"""Atom feeds of what is new: ``feed.xml``, and one for each category beside its page.

Each change of a partner on a day is an entry, dated by Git, so equal catalogs with equal histories
give equal feeds, at any time and on any machine. Without the history, a feed has no entries,
because nobody knows their days. Feeds and entries have UUIDs made from the site's address, or from
the title if there is none.
Source: RFC 4287.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from html import escape

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.history import News
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.model.today import today
from catalog_tool.site.addresses import published_address, root_from
from catalog_tool.site.news import NewsItem, kind_names, news_items
from catalog_tool.site.pages.grouping import by_category
from catalog_tool.text.markup import to_html

FEED = "feed.xml"
MOST_ENTRIES = 100
"""Most entries of a feed. Readers ask for it every hour."""

# Characters that aren't allowed in XML 1.0, not even as references.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield the feed of the catalog, then one for each category."""
    items = [*news_items(publication)]
    yield _feed(publication, items, publication.settings.title, "")
    for listing in by_category(publication.catalog).values():
        title = f"{publication.settings.title}: {listing.category.name}"
        about = [
            item
            for item in items
            if item.id in listing.partners or listing.id in _categories_left(item, publication)
        ]
        yield _feed(publication, about, title, listing.address)


def _categories_left(item: NewsItem, publication: Publication) -> set[str]:
    """Return the categories of the applications that a partner no longer lists."""
    known = publication.catalog.vocabulary.applications
    return {known[name].category for name in item.unlisted if name in known}


def _feed(
    publication: Publication, items: Sequence[NewsItem], title: str, address: str
) -> GeneratedFile:
    lines = _lines(publication, items[:MOST_ENTRIES], title, address)
    return GeneratedFile(f"{address}{FEED}", "\n".join(lines) + "\n")


def _lines(
    publication: Publication, items: Sequence[NewsItem], title: str, address: str
) -> Iterator[str]:
    settings = publication.settings
    history, day = publication.history, str(publication.day or today())
    updated = items[0].day if items else history.since if history else day
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom">'
    yield f"  <title>{xml_text(title)}</title>"
    yield f"  <subtitle>{xml_text(settings.summary)}</subtitle>"
    yield f"  <id>{_id(settings, address)}</id>"
    yield f"  <updated>{updated}T00:00:00Z</updated>"
    yield f"  <author><name>{xml_text(settings.title)}</name></author>"
    # Without the site's address, links begin where the feed is.
    root = "" if settings.site_url else root_from(address)
    itself, page = (root + published_address(each, settings) for each in (address + FEED, address))
    yield f'  <link rel="self" href="{xml_text(itself)}"/>'
    yield f'  <link rel="alternate" href="{xml_text(page or "./")}"/>'
    kinds = kind_names(publication.words)
    for item in items:
        yield from (f"  {line}" for line in _entry_lines(item, kinds[item.kind], settings, root))
    yield "</feed>"


def _entry_lines(item: NewsItem, kind: str, settings: Settings, root: str) -> Iterator[str]:
    yield "<entry>"
    yield f"  <title>{xml_text(f'{kind}: {item.title}')}</title>"
    yield f"  <id>{_id(settings, f'{item.id} {item.day} {item.kind}')}</id>"
    yield f"  <updated>{item.day}T00:00:00Z</updated>"
    address = root + published_address(item.address, settings)
    yield f'  <link rel="alternate" href="{xml_text(address)}"/>'
    if item.sentences:
        yield f"  <summary>{xml_text(' '.join(item.sentences))}</summary>"
    if item.kind is News.ADDED and item.entry and item.entry.partner.description:
        yield f'  <content type="html">{xml_text(str(to_html(item.entry.description)))}</content>'
    yield "</entry>"


def _id(settings: Settings, name: str) -> str:
    catalog = settings.site_url or settings.title
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{catalog}#{name}").urn


def xml_text(text: str) -> str:
    """Return text as XML, for an element or a quoted attribute."""
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))
