"""All links of a catalog, each once, with all its locations."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog_tool.links.target import target_of
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.edits import Where
from catalog_tool.text.urls.address import web_address_fault
from catalog_tool.text.urls.shorteners import COMPANY_HOSTS

VOCABULARY_KEY = "applications"


@dataclass(frozen=True, slots=True)
class LinkLocation:
    """The location of a link.

    Attributes:
        path: the file.
        where: the place in the data of the file.
        partner: name of the partner whose entry has the link; ``""`` in the vocabulary.
    """

    path: str
    where: Where
    partner: str


@dataclass(frozen=True, slots=True)
class CatalogLink:
    """One address that the catalog links to.

    Attributes:
        address: without the part after ``#``, which is not sent to servers.
        host: the host of the address.
        places: locations of the link, in the order of the catalog.
    """

    address: str
    host: str
    places: tuple[LinkLocation, ...]

    @property
    def names(self) -> frozenset[str]:
        """The partners that the page may name."""
        return frozenset(place.partner for place in self.places if place.partner)


def links_of(catalog: Catalog) -> tuple[CatalogLink, ...]:
    """Return the links of all entries and of the vocabulary, sorted by address.

    Email addresses, and addresses that the check rejects, are left out.
    """
    places: defaultdict[str, list[LinkLocation]] = defaultdict(list)
    for address, place in _links_with_locations(catalog):
        if (
            web_address_fault(address, COMPANY_HOSTS) is None
            and place not in places[address.partition("#")[0]]
        ):
            places[address.partition("#")[0]].append(place)
    return tuple(
        CatalogLink(address, target_of(address).host, tuple(found))
        for address, found in sorted(places.items())
        if found
    )


def in_shard(links: Iterable[CatalogLink], number: int, count: int) -> tuple[CatalogLink, ...]:
    """Return the links of one of several parts; all links of a host are in the same part.

    Args:
        links: all links.
        number: which part, from 1.
        count: how many parts there are.
    """
    return tuple(link for link in links if _shard_of(link.host, count) == number)


def _shard_of(host: str, count: int) -> int:
    """Return a number that is the same on every machine, unlike ``hash``."""
    return int.from_bytes(hashlib.sha256(host.encode()).digest()[:8], "big") % count + 1


def _links_with_locations(catalog: Catalog) -> Iterator[tuple[str, LinkLocation]]:
    for entry in catalog.entries:
        for where, address in _of_entry(entry):
            yield address, LinkLocation(entry.source.path, where, entry.partner.name)
    for name, application in catalog.vocabulary.applications.items():
        if application.gallery:
            where = (VOCABULARY_KEY, name, "gallery")
            yield application.gallery, LinkLocation(catalog.vocabulary_source.path, where, "")


def _of_entry(entry: Entry) -> Iterator[tuple[Where, str]]:
    yield from entry.partner.addresses()
    for key, markup in (("description", entry.description), ("applications_note", entry.note)):
        yield from (((key,), anchor.target) for anchor in markup.anchors)
