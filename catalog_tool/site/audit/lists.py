"""Checks that each list of partners or applications has every one exactly once, and no others.

There is one reader for each file, with a parser for its format.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from xml.etree import ElementTree as ET

from catalog_tool.site.audit.built_site import (
    CATALOG_FOLDER,
    INDEX_FILE,
    PRINT_FOLDER,
    BuiltPage,
    BuiltSite,
)
from catalog_tool.site.audit.data_scripts import FINDER_SCRIPT, finder_index
from catalog_tool.site.audit.fault import Fault, differences
from catalog_tool.text.ordering import slug

Reader = Callable[[BuiltSite], Iterable[str]]
"""Yields the id of each partner, or the slug of each application, each time a file lists it."""

NOT_READABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, ET.ParseError)
"""The errors of a reader if a file is missing or malformed."""

SITEMAP = "sitemap.xml"
_INDEX = "api/v1/index.json"
_API_APPLICATIONS = "api/v1/applications.json"
_ALL_APPLICATIONS = "applications/index.html"

_PARTNER = re.compile(r"partners/([^/?#]+)/\Z")
_APPLICATION = re.compile(r"applications/([^/?#]+)/\Z")
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LISTED = re.compile(r"^- \[(?:\\.|[^\\\]])*\]\(([^()\s]*)\)", re.MULTILINE)


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield how each list of partners or applications differs from the entries."""
    catalog = site.publication.catalog
    partners = [entry.id for entry in catalog.entries]
    applications = [application.slug for application in catalog.applications]
    readers = _PARTNERS | (_WITH_ADDRESS if site.publication.settings.site_url else {})
    yield from _faults(site, "partners", partners, readers)
    yield from _faults(site, "applications", applications, _APPLICATIONS)


def sitemap_addresses(site: BuiltSite) -> Iterator[str]:
    """Yield each address in the sitemap.

    Raises:
        ParseError: the sitemap isn't XML.
    """
    root = ET.fromstring(site.text(SITEMAP))  # noqa: S314 - a file of ours; expat limits entities
    yield from (node.text or "" for node in root.iter(f"{_SITEMAP}loc"))


def _faults(
    site: BuiltSite, kind: str, expected: list[str], readers: Mapping[str, Reader]
) -> Iterator[Fault]:
    for path, read in readers.items():
        try:
            found = list(read(site))
        except NOT_READABLE as error:
            yield Fault(path, f"The {kind} can't be read: {error}")
            continue
        yield from differences(path, kind, expected, found)


def _partner_pages(site: BuiltSite) -> Iterable[str]:
    kept = site.publication.kept_ids
    return (found for found in site.addresses_below("partners") if found not in kept)


def _partner_rows(site: BuiltSite) -> Iterator[str]:
    for page in _with_letters(CATALOG_FOLDER, site):
        yield from _linked(page, ".catalog-row .catalog-name a", _PARTNER)


def _partners_in_full(site: BuiltSite) -> Iterator[str]:
    for page in _with_letters(PRINT_FOLDER, site):
        yield from page.partners_in_full


def _with_letters(folder: str, site: BuiltSite) -> Iterator[BuiltPage]:
    """Yield a page of all partners, and those of the letters if it is long."""
    yield site.page(f"{folder}/{INDEX_FILE}")
    for name in site.addresses_below(folder):
        if f"{folder}/{name}" != PRINT_FOLDER:
            yield site.page(f"{folder}/{name}/{INDEX_FILE}")


def _csv_partners(site: BuiltSite) -> Iterator[str]:
    """Yield each partner once. A partner has one row for each application, all together."""
    rows = csv.DictReader(io.StringIO(site.text("catalog.csv"), newline=""), strict=True)
    return (identifier for identifier, _ in groupby(rows, itemgetter("partner_id")))


def _files_among(pattern: str) -> Reader:
    """Return what yields the id of each file whose path has this form."""
    form = re.compile(pattern)
    return lambda site: (found[1] for path in sorted(site.files) if (found := form.match(path)))


def _partners_among(addresses: Iterable[str], site: BuiltSite) -> Iterator[str]:
    """Yield the id of each partner whose page is among full addresses."""
    root = site.publication.settings.site_url.rstrip("/") + "/"
    for address in addresses:
        if found := _PARTNER.match(address.removeprefix(root)):
            yield found[1]


def _application_pages(site: BuiltSite) -> Iterable[str]:
    aliases = site.publication.catalog.aliases_by_slug
    return (found for found in site.addresses_below("applications") if found not in aliases)


def _linked(page: BuiltPage, selector: str, form: re.Pattern[str]) -> Iterator[str]:
    """Yield the id in each address of some links; the whole address if it has another form."""
    for node in page.tree.css(selector):
        address = str(node.attributes.get("href"))
        found = form.search(address)
        yield found[1] if found else address


def _in_json(path: str, kind: str, key: str) -> Reader:
    """Return what yields a value of each member of a list in a JSON file."""
    return lambda site: (member[key] for member in json.loads(site.text(path))[kind])


def _finder_partners(site: BuiltSite) -> Iterator[str]:
    index = finder_index(site)
    names = index["partners"].split("\n") if index["partners"] else []
    return _in_addresses(names, index["ids"])


def _finder_applications(site: BuiltSite) -> Iterator[str]:
    index = finder_index(site)
    return _in_addresses(index["names"].split("\n")[: index["listed"]], index["slugs"])


def _in_addresses(names: Iterable[str], exceptions: Mapping[str, str]) -> Iterator[str]:
    for number, name in enumerate(names):
        yield exceptions.get(str(number)) or slug(name)


_PARTNERS: dict[str, Reader] = {
    "partners/": _partner_pages,
    f"{CATALOG_FOLDER}/": _partner_rows,
    f"{PRINT_FOLDER}/": _partners_in_full,
    "catalog.json": _in_json("catalog.json", "partners", "id"),
    "catalog.csv": _csv_partners,
    "llms.txt": lambda site: _partners_among(_LISTED.findall(site.text("llms.txt")), site),
    _INDEX: _in_json(_INDEX, "partners", "id"),
    "api/v1/partners/": _files_among(r"api/v1/partners/([^/]+)\.json\Z"),
    "badge.svg": _files_among(r"partners/([^/]+)/badge\.svg\Z"),
    FINDER_SCRIPT: _finder_partners,
}
_WITH_ADDRESS: dict[str, Reader] = {
    SITEMAP: lambda site: _partners_among(sitemap_addresses(site), site)
}
_APPLICATIONS: dict[str, Reader] = {
    "applications/": _application_pages,
    _ALL_APPLICATIONS: lambda site: _linked(
        site.page(_ALL_APPLICATIONS), ".catalog-lines a", _APPLICATION
    ),
    "catalog.json": _in_json("catalog.json", "applications", "slug"),
    _API_APPLICATIONS: _in_json(_API_APPLICATIONS, "applications", "slug"),
    FINDER_SCRIPT: _finder_applications,
}
