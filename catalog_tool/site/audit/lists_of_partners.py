"""Whom each file of the site lists: one reader a file, each with a parser of its own kind."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from catalog_tool.site.audit.built_site import CATALOG_PAGE, BuiltSite
from catalog_tool.site.audit.finder_script import FINDER_SCRIPT, finder_partners

Reader = Callable[[BuiltSite], Iterable[str]]
"""Yields the id of each partner that a file lists, as often as it does."""

NOT_READABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, ET.ParseError)
"""What a reader raises where a file is missing or is not what it should be."""

SEARCH_INDEX = "search/search_index.json"
SITEMAP = "sitemap.xml"
SITEMAP_ARCHIVE = "sitemap.xml.gz"

_PARTNER = re.compile(r"partners/([^/?#]+)/\Z")
_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LISTED = re.compile(r"^- \[(?:\\.|[^\\\]])*\]\(([^()\s]*)\)", re.MULTILINE)


def readers(site: BuiltSite) -> Mapping[str, Reader]:
    """Return how to read each file of a site that lists all partners, by its path."""
    found = dict(_ALWAYS)
    if site.has_search:
        found[SEARCH_INDEX] = _search_records
    if site.publication.settings.site_url:
        found[SITEMAP] = _sitemap
    return found


def mapped(site: BuiltSite) -> Iterator[str]:
    """Yield each address that the map of the site names.

    Raises:
        ParseError: the map is no XML.
    """
    yield from (node.text or "" for node in _xml(site, SITEMAP).iter(f"{_SITEMAP}loc"))


def _pages(site: BuiltSite) -> Iterable[str]:
    kept = site.publication.kept_ids
    return (found for found in site.addresses_below("partners") if found not in kept)


def _headings(site: BuiltSite) -> Iterator[str]:
    for node in site.page(CATALOG_PAGE).tree.css("h2[id^='partner-']"):
        yield str(node.attributes["id"]).removeprefix("partner-")


def _catalog_json(site: BuiltSite) -> Iterator[str]:
    yield from (partner["id"] for partner in _json(site, "catalog.json")["partners"])


def _catalog_csv(site: BuiltSite) -> Iterator[str]:
    """Yield each partner once: a partner has one row for each application, all in one place."""
    last = ""
    rows = csv.DictReader(io.StringIO(site.text("catalog.csv"), newline=""), strict=True)
    for row in rows:
        if (identifier := row["partner_id"]) != last:
            yield identifier
        last = identifier


def _feed(site: BuiltSite) -> Iterable[str]:
    return _partners_among(_entry_links(site), site)


def _entry_links(site: BuiltSite) -> Iterator[str]:
    for entry in _xml(site, "feed.xml").iter(f"{_ATOM}entry"):
        link = entry.find(f"{_ATOM}link")
        yield str(link.get("href")) if link is not None else ""


def _llms(site: BuiltSite) -> Iterable[str]:
    return _partners_among(_LISTED.findall(site.text("llms.txt")), site)


def _search_records(site: BuiltSite) -> Iterator[str]:
    locations = (record["location"] for record in _json(site, SEARCH_INDEX)["docs"])
    return (found[1] for location in locations if (found := _PARTNER.match(location)))


def _sitemap(site: BuiltSite) -> Iterable[str]:
    return _partners_among(mapped(site), site)


def _partners_among(addresses: Iterable[str], site: BuiltSite) -> Iterator[str]:
    """Yield the id of each partner whose page is among addresses as other programs know them."""
    root = site.publication.settings.site_url.rstrip("/") + "/"
    for address in addresses:
        if found := _PARTNER.match(address.removeprefix(root)):
            yield found[1]


def _json(site: BuiltSite, path: str) -> Any:  # noqa: ANN401 - whatever the file holds
    return json.loads(site.text(path))


def _xml(site: BuiltSite, path: str) -> ET.Element:
    return ET.fromstring(site.text(path))  # noqa: S314 - of our own making; expat bounds entities


_ALWAYS: dict[str, Reader] = {
    "partners/": _pages,
    CATALOG_PAGE: _headings,
    "catalog.json": _catalog_json,
    "catalog.csv": _catalog_csv,
    "feed.xml": _feed,
    "llms.txt": _llms,
    FINDER_SCRIPT: finder_partners,
}
