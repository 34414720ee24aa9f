"""Partners that may connect an application that they don't list, through generic interfaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from catalog_tool.model.catalog import Catalog, Entry

SHOWN = 8
"""Most partners that a page names. Longer lists would repeat on each application's page."""


@dataclass(frozen=True, slots=True)
class PossiblePartners:
    """Partners that don't list an application but may connect it.

    Attributes:
        count: the number of partners.
        entries: the partners, if there are few enough to name them; otherwise empty.
        interfaces: how they connect it: keys and values of own fields, with the number of partners.
    """

    count: int
    entries: tuple[Entry, ...]
    interfaces: dict[tuple[str, str], int]


@dataclass(frozen=True)
class GenericPartners:
    """The partners of a catalog with generic interfaces, counted once for all applications."""

    entries: tuple[Entry, ...]
    stated: Counter[tuple[str, str]]

    @classmethod
    def of(cls, catalog: Catalog) -> GenericPartners:
        """Return the partners with generic interfaces, in the order of the catalog."""
        entries = tuple(entry for entry in catalog.entries if entry.partner.reach)
        return cls(entries, _count_interfaces(entries))

    def besides(self, listing: Iterable[Entry]) -> PossiblePartners:
        """Return the partners that may connect an application besides those that list it.

        Args:
            listing: the partners that list the application.
        """
        named = [entry for entry in listing if entry.partner.reach]
        count = len(self.entries) - len(named)
        stated = self.stated - _count_interfaces(named)
        interfaces = {name: stated[name] for name in sorted(stated)}
        if count > SHOWN:
            return PossiblePartners(count, (), interfaces)
        ids = {entry.id for entry in named}
        others = tuple(entry for entry in self.entries if entry.id not in ids)
        return PossiblePartners(count, others, interfaces)


def _count_interfaces(entries: Iterable[Entry]) -> Counter[tuple[str, str]]:
    return Counter(each for entry in entries for each in entry.partner.reach)
