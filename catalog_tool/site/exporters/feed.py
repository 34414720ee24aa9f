"""``feed.xml``: an Atom feed with one entry for each partner.

The date of an entry is the day when its file last changed in Git. If that is unknown, it is the day
when the partner tested the integration, or the day of the publication. So equal catalogs with equal
histories give equal feeds, at any time and on any machine. The feed and its entries have UUIDs made
from the site's address, or from the title if there is none.
Source: RFC 4287.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from html import escape

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.model.today import today
from catalog_tool.site.addresses import partner_address, published_address
from catalog_tool.text.markup import to_html, to_plain

SITE_PATH = "feed.xml"

# Characters that aren't allowed in XML 1.0, not even as references.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(publication: Publication) -> str:
    """Return the catalog as an Atom feed."""
    return "\n".join(_lines(publication)) + "\n"


def _lines(publication: Publication) -> Iterator[str]:
    settings, entries = publication.settings, publication.catalog.entries
    days = {entry.id: _day(entry, publication) for entry in entries}
    updated = max(days.values(), default=_today(publication))
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom">'
    yield f"  <title>{_text(settings.title)}</title>"
    yield f"  <subtitle>{_text(settings.summary)}</subtitle>"
    yield f"  <id>{_id(settings, '')}</id>"
    yield f"  <updated>{updated}T00:00:00Z</updated>"
    yield f"  <author><name>{_text(settings.title)}</name></author>"
    yield f'  <link rel="self" href="{_text(published_address(SITE_PATH, settings))}"/>'
    yield f'  <link rel="alternate" href="{_text(published_address("", settings) or "./")}"/>'
    for entry in entries:
        yield from (f"  {line}" for line in _entry_lines(entry, days[entry.id], settings))
    yield "</feed>"


def _entry_lines(entry: Entry, day: str, settings: Settings) -> Iterator[str]:
    names = ", ".join(name for _, name in entry.partner.listed_applications())
    yield "<entry>"
    yield f"  <title>{_text(entry.title)}</title>"
    yield f"  <id>{_id(settings, entry.id)}</id>"
    yield f"  <updated>{day}T00:00:00Z</updated>"
    address = published_address(partner_address(entry), settings)
    yield f'  <link rel="alternate" href="{_text(address)}"/>'
    if summary := names or to_plain(entry.description):
        yield f"  <summary>{_text(summary)}</summary>"
    if entry.partner.description:
        yield f'  <content type="html">{_text(str(to_html(entry.description)))}</content>'
    yield "</entry>"


def _day(entry: Entry, publication: Publication) -> str:
    changed = publication.changed_on.get(entry.source.path)
    return changed or entry.partner.tested_on or _today(publication)


def _today(publication: Publication) -> str:
    return str(publication.day or today())


def _id(settings: Settings, identifier: str) -> str:
    catalog = settings.site_url or settings.title
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{catalog}#{identifier}").urn


def _text(text: str) -> str:
    """Return text as XML, for an element or a quoted attribute."""
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))
