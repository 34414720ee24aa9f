"""Partners that may connect an application which they do not name, through generic interfaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.text.ordering import sort_key

SHOWN = 8
"""Up to so many are shown by name; of more a page for each application would repeat them all."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Who else may connect an application.

    Attributes:
        count: how many partners there are.
        entries: the partners, if they are few enough to be shown; else none.
        interfaces: how many of them state each interface, by its id, in the order of the ids.
    """

    count: int
    entries: tuple[Entry, ...]
    interfaces: dict[str, int]


@dataclass(frozen=True)
class GenericPartners:
    """The partners of a catalog that state any interface, counted once for all applications."""

    entries: tuple[Entry, ...]
    stated: Counter[str]

    @classmethod
    def of(cls, catalog: Catalog) -> GenericPartners:
        """Return those of a catalog, in its order."""
        entries = tuple(entry for entry in catalog.entries if entry.partner.interfaces)
        return cls(entries, _stated(entries))

    def beyond(self, listing: Iterable[Entry]) -> Reach:
        """Return who may connect an application besides those who list it.

        Args:
            listing: the partners that list the application.
        """
        named = [entry for entry in listing if entry.partner.interfaces]
        count = len(self.entries) - len(named)
        stated = self.stated - _stated(named)
        interfaces = {name: stated[name] for name in sorted(stated, key=sort_key)}
        if count > SHOWN:
            return Reach(count, (), interfaces)
        ids = {entry.id for entry in named}
        others = tuple(entry for entry in self.entries if entry.id not in ids)
        return Reach(count, others, interfaces)


def _stated(entries: Iterable[Entry]) -> Counter[str]:
    return Counter(name for entry in entries for name in entry.partner.interfaces)
