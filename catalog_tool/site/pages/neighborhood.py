"""What is near a partner or an application: the others that the same lists name."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from catalog_tool.model.catalog import Catalog, Entry, ListedApplication

SHOWN = 5
"""Most neighbors that a page shows."""


class RelatedPartner(NamedTuple):
    """A partner, and the names of the applications that it lists as well."""

    entry: Entry
    applications: tuple[str, ...]


class RelatedApplication(NamedTuple):
    """An application, and the number of the partners that list it as well."""

    application: ListedApplication
    partners: int


class Neighborhood:
    """The partners and applications of a catalog that have lists in common."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def partners(self, entry: Entry) -> list[RelatedPartner]:
        """Return the partners that list the same, those with the most in common first."""
        names = self._catalog.listed_names[entry.id]
        counts = Counter(chain.from_iterable(map(self._ids.__getitem__, names)))
        del counts[entry.id]
        near = _most(counts, self._position_of_partner)
        return [
            RelatedPartner(
                self._catalog.by_id[id_],
                tuple(name for name in names if name in self._catalog.listed_names[id_]),
            )
            for id_ in near
        ]

    def applications(
        self, application: ListedApplication, besides: Iterable[str]
    ) -> list[RelatedApplication]:
        """Return what the same partners list, first what most of them list.

        What only one of several partners lists is in its row, and not near the application.

        Args:
            application: the application of which to find the neighbors.
            besides: names of applications to leave out.
        """
        names = self._catalog.listed_names
        counts = Counter(chain.from_iterable(names[each.id] for each in application.entries))
        for name in (application.name, *besides):
            del counts[name]
        least = min(2, len(application.entries))
        shared = {name: count for name, count in counts.items() if count >= least}
        near = _most(shared, self._position_of_application)
        by_name = self._catalog.application_by_name
        return [RelatedApplication(by_name[name], counts[name]) for name in near]

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """The ids of the partners that list each application, by its name."""
        applications = self._catalog.applications
        return {each.name: [entry.id for entry in each.entries] for each in applications}

    @cached_property
    def _position_of_partner(self) -> dict[str, int]:
        return {entry.id: number for number, entry in enumerate(self._catalog.entries)}

    @cached_property
    def _position_of_application(self) -> dict[str, int]:
        return {each.name: number for number, each in enumerate(self._catalog.applications)}


def _most(counts: Mapping[str, int], positions: Mapping[str, int]) -> list[str]:
    """Return those with the highest counts; of equal counts, the first in the catalog's order."""
    least = min(heapq.nlargest(SHOWN, counts.values()), default=0)
    near = [name for name, count in counts.items() if count >= least]  # few are left to compare
    return heapq.nsmallest(SHOWN, near, key=lambda name: (-counts[name], positions[name]))
