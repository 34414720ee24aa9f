"""What the finder knows of one application and of one partner."""

from __future__ import annotations

from dataclasses import dataclass

DIRECTIONS = {"outbound": "Outbound", "inbound": "Inbound"}
"""Names of the directions, by the word for them in an entry."""


@dataclass(frozen=True, slots=True)
class IndexedApplication:
    """An application that some partner lists, or one that the vocabulary knows and nobody lists.

    Attributes:
        name: canonical name.
        slug: its address under ``applications/``; empty if nobody lists it.
        category: id of its category, or empty.
        vendor: who makes it, or empty.
        aliases: other names of it.
        partners: positions of the partners that list it, ascending.
    """

    name: str
    slug: str
    category: str
    vendor: str
    aliases: tuple[str, ...]
    partners: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IndexedPartner:
    """A partner.

    Attributes:
        id: its address under ``partners/``.
        name: as readers see it.
        applications: positions of the applications it lists, ascending.
        interfaces: ids of the generic interfaces it states.
        directions: the directions it states; none is no statement.
        full_list: address of its own list, of which the catalog shows a selection; or empty.
    """

    id: str
    name: str
    applications: tuple[int, ...]
    interfaces: tuple[str, ...]
    directions: tuple[str, ...]
    full_list: str
