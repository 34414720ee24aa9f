"""Filters by category, interface and direction, and what each of them would leave.

Values of one facet widen a choice, facets narrow it. What an entry does not state is not counted
as anything: it is left out only where a reader asks for something that is stated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from catalog_tool.site.finder.indexed import DIRECTIONS, IndexedApplication, IndexedPartner

Facet = Literal["category", "interface", "direction"]
FACETS: tuple[Facet, ...] = ("category", "interface", "direction")


@dataclass(frozen=True)
class Facets:
    """What a reader chose, by id; nothing chosen in a facet is no filter."""

    category: frozenset[str] = field(default_factory=frozenset)
    interface: frozenset[str] = field(default_factory=frozenset)
    direction: frozenset[str] = field(default_factory=frozenset)

    def of(self, facet: Facet) -> frozenset[str]:
        """Return the values chosen of one facet."""
        values: frozenset[str] = getattr(self, facet)
        return values

    def without(self, *facets: Facet) -> Facets:
        """Return the same choice with nothing chosen in some facets."""
        return replace(self, **dict.fromkeys(facets, frozenset[str]()))


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet.

    Attributes:
        id: as in an entry or the vocabulary.
        name: as readers see it.
        count: how many applications and partners would be found if it were chosen alone.
        selected: whether it is chosen.
    """

    id: str
    name: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Finding:
    """What answers to a query, best first, whatever is chosen in the facets.

    Attributes:
        applications: positions.
        partners: positions.
    """

    applications: Sequence[int]
    partners: Sequence[int]


@dataclass(frozen=True)
class Passing:
    """What of a finding passes a choice.

    Attributes:
        applications: positions, each with the positions of its partners that pass; never none.
        partners: positions.
    """

    applications: tuple[tuple[int, tuple[int, ...]], ...]
    partners: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many applications and partners it is."""
        return len(self.applications) + len(self.partners)


class FacetFilter:
    """The facets of an index.

    Attributes:
        names: names of all values, by facet and id, in their order.
    """

    def __init__(
        self,
        applications: Sequence[IndexedApplication],
        partners: Sequence[IndexedPartner],
        categories: Mapping[str, str],
        interfaces: Mapping[str, str],
    ) -> None:
        self._applications = applications
        self._partners = partners
        used = {application.category for application in applications}
        reached = {interface for partner in partners for interface in partner.interfaces}
        stated = {direction for partner in partners for direction in partner.directions}
        self.names: dict[Facet, Mapping[str, str]] = {
            "category": categories,
            "interface": interfaces,
            "direction": DIRECTIONS,
        }
        self._used: dict[Facet, set[str]] = {
            "category": used,
            "interface": reached,
            "direction": stated,
        }
        self._categories = [
            frozenset(applications[number].category for number in partner.applications)
            for partner in partners
        ]

    def known(self, chosen: Facets) -> Facets:
        """Return a choice without the values that do not exist."""
        return Facets(**{facet: chosen.of(facet) & self.names[facet].keys() for facet in FACETS})

    def passing(self, numbers: Finding, chosen: Facets) -> Passing:
        """Return what of a finding passes a choice, in its order."""
        applications = self._applications
        reached = (
            (number, tuple(filter(self._states(chosen), applications[number].partners)))
            for number in numbers.applications
            if _meets(chosen.category, {applications[number].category})
        )
        return Passing(
            tuple((number, partners) for number, partners in reached if partners),
            tuple(
                number
                for number in filter(self._states(chosen), numbers.partners)
                if _meets(chosen.category, self._categories[number])
            ),
        )

    def values(self, numbers: Finding, chosen: Facets) -> dict[Facet, tuple[FacetValue, ...]]:
        """Return the values of each facet with what each would leave of a finding.

        Values that lead to nothing whatever is asked for are left out, unless they are chosen.
        """
        return {facet: tuple(self._values(facet, numbers, chosen)) for facet in FACETS}

    def states(self, partner: int, chosen: Facets) -> bool:
        """Return whether a partner states one of the chosen interfaces and directions."""
        stated = self._partners[partner]
        return _meets(chosen.interface, stated.interfaces) and _meets(
            chosen.direction, stated.directions
        )

    def _states(self, chosen: Facets) -> Callable[[int], bool]:
        return lambda partner: self.states(partner, chosen)

    def _values(self, facet: Facet, numbers: Finding, chosen: Facets) -> Iterator[FacetValue]:
        left = self.passing(numbers, chosen.without(facet))
        counts = Counter(value for values in self._stated(facet, left) for value in values)
        shown = self._used[facet] | chosen.of(facet)
        for id_, name in self.names[facet].items():
            if id_ in shown:
                yield FacetValue(id_, name, counts[id_], id_ in chosen.of(facet))

    def _stated(self, facet: Facet, passing: Passing) -> Iterator[Iterable[str]]:
        """Yield the values under which each application and partner would be found."""
        for number, partners in passing.applications:
            if facet == "category":
                yield (self._applications[number].category,)
            else:
                yield {value for partner in partners for value in self._of(facet, partner)}
        for number in passing.partners:
            yield self._of(facet, number)

    def _of(self, facet: Facet, partner: int) -> Iterable[str]:
        stated = self._partners[partner]
        if facet == "category":
            return self._categories[partner]
        return stated.interfaces if facet == "interface" else stated.directions


def _meets(chosen: frozenset[str], stated: Iterable[str]) -> bool:
    return not chosen or not chosen.isdisjoint(stated)
