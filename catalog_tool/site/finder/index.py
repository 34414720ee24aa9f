"""What the finder knows of a catalog: no more than is needed to answer, for it travels to browsers.

Everything refers by position: an application says the positions of its partners, a partner those
of its applications.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from catalog_tool.model.catalog import Catalog, Entry, ListedApplication
from catalog_tool.model.vocabulary import Application, Vocabulary
from catalog_tool.site.finder.facets import FacetFilter
from catalog_tool.site.finder.indexed import DIRECTIONS, IndexedApplication, IndexedPartner
from catalog_tool.site.finder.query import Known
from catalog_tool.site.finder.texts import Owned, SearchTexts, Source
from catalog_tool.site.finder.words import query_words
from catalog_tool.text.ordering import sort_key


@dataclass(frozen=True)
class FinderIndex:
    """A catalog as the finder searches it.

    Attributes:
        applications: those that some partner lists, in the order of the catalog.
        unlisted: those that only the vocabulary knows, in the same order.
        partners: in the order of the catalog.
        categories: names of all categories by id, in the order of the names.
        descriptions: what they are about, by id.
        interfaces: names of all interfaces by id, in the order of the names.
    """

    applications: tuple[IndexedApplication, ...]
    unlisted: tuple[IndexedApplication, ...]
    partners: tuple[IndexedPartner, ...]
    categories: dict[str, str]
    descriptions: dict[str, str]
    interfaces: dict[str, str]

    @cached_property
    def owners(self) -> tuple[IndexedApplication | IndexedPartner, ...]:
        """Whatever can be found: applications, then unlisted ones, then partners."""
        return (*self.applications, *self.unlisted, *self.partners)

    @cached_property
    def first_unlisted(self) -> int:
        """Number of the first owner that is an application nobody lists."""
        return len(self.applications)

    @cached_property
    def first_partner(self) -> int:
        """Number of the first owner that is a partner."""
        return len(self.applications) + len(self.unlisted)

    def is_listed(self, owner: int) -> bool:
        """Return whether an owner has a page: it is no application that nobody lists."""
        return not self.first_unlisted <= owner < self.first_partner

    @cached_property
    def texts(self) -> SearchTexts:
        """The texts under which owners are found, in the order in which they are preferred."""
        return SearchTexts([*self._own_texts(), *self._shared_texts()], self._descriptions())

    @cached_property
    def known(self) -> Known:
        """What the readings of a query depend on."""
        interfaces, directions = (
            frozenset(word for name in names.values() for word in query_words(name))
            for names in (self.interfaces, DIRECTIONS)
        )
        return Known(self.texts.names, interfaces, directions, self.texts.described)

    @cached_property
    def unstated(self) -> dict[str, str]:
        """Names of the interfaces and directions that no partner states, by their words as one."""
        stated = {id_ for each in self.partners for id_ in (*each.interfaces, *each.directions)}
        every = {**self.interfaces, **DIRECTIONS}
        names = (name for id_, name in every.items() if id_ not in stated)
        return {"".join(query_words(name)): name for name in names}

    @cached_property
    def facets(self) -> FacetFilter:
        """What the findings can be filtered by."""
        return FacetFilter(self.applications, self.partners, self.categories, self.interfaces)

    def _own_texts(self) -> Iterable[Owned]:
        for number, owner in enumerate(self.owners):
            yield Owned(owner.name, Source.NAME, (number,))
            if isinstance(owner, IndexedApplication):
                yield from (Owned(alias, Source.ALIAS, (number,)) for alias in owner.aliases)

    def _shared_texts(self) -> Iterable[Owned]:
        vendors: dict[str, list[int]] = {}
        categories: dict[str, list[int]] = {}
        interfaces: dict[str, list[int]] = {}
        directions: dict[str, list[int]] = {}
        for number, owner in enumerate(self.owners):
            if isinstance(owner, IndexedApplication):
                vendors.setdefault(owner.vendor, []).append(number)
                categories.setdefault(self.categories.get(owner.category, ""), []).append(number)
            else:
                for interface in owner.interfaces:
                    interfaces.setdefault(self.interfaces[interface], []).append(number)
                for direction in owner.directions:
                    directions.setdefault(DIRECTIONS[direction], []).append(number)
        for source, shared in (
            (Source.VENDOR, vendors),
            (Source.CATEGORY, categories),
            (Source.INTERFACE, interfaces),
            (Source.DIRECTION, directions),
        ):
            yield from (Owned(text, source, tuple(numbers)) for text, numbers in shared.items())

    def _descriptions(self) -> Iterable[Owned]:
        owners: dict[str, list[int]] = {id_: [] for id_ in self.categories}
        for number, application in enumerate((*self.applications, *self.unlisted)):
            if application.category:
                owners[application.category].append(number)
        for id_, numbers in owners.items():
            text = f"{self.categories[id_]}: {self.descriptions[id_]}"
            yield Owned(text, Source.DESCRIPTION, tuple(numbers))


def finder_index(catalog: Catalog) -> FinderIndex:
    """Return what the finder knows of a catalog."""
    vocabulary = catalog.vocabulary
    positions = {entry.id: position for position, entry in enumerate(catalog.entries)}
    listed = [_listed(application, positions) for application in catalog.applications]
    names = {application.name for application in catalog.applications}
    unlisted = sorted(vocabulary.applications.keys() - names, key=sort_key)
    applications: dict[str, list[int]] = {entry.id: [] for entry in catalog.entries}
    for number, application in enumerate(catalog.applications):
        for entry in application.entries:
            applications[entry.id].append(number)
    return FinderIndex(
        tuple(listed),
        tuple(_application(name, "", vocabulary.applications[name], ()) for name in unlisted),
        tuple(_partner(entry, applications[entry.id]) for entry in catalog.entries),
        _named({id_: category.name for id_, category in vocabulary.categories.items()}),
        {id_: category.description for id_, category in vocabulary.categories.items()},
        _named(_interface_names(catalog.entries, vocabulary)),
    )


def _listed(application: ListedApplication, positions: dict[str, int]) -> IndexedApplication:
    partners = tuple(positions[entry.id] for entry in application.entries)
    return _application(application.name, application.slug, application.known, partners)


def _application(
    name: str, slug: str, known: Application | None, partners: tuple[int, ...]
) -> IndexedApplication:
    if known is None:
        return IndexedApplication(name, slug, "", "", (), partners)
    return IndexedApplication(
        name, slug, known.category, known.vendor or "", known.aliases, partners
    )


def _partner(entry: Entry, applications: list[int]) -> IndexedPartner:
    interfaces = tuple(dict.fromkeys(entry.partner.interfaces))
    directions = tuple(dict.fromkeys(entry.partner.directions))
    full_list = entry.partner.applications_url or ""
    return IndexedPartner(
        entry.id, entry.title, tuple(applications), interfaces, directions, full_list
    )


def _interface_names(entries: Iterable[Entry], vocabulary: Vocabulary) -> dict[str, str]:
    stated = {interface for entry in entries for interface in entry.partner.interfaces}
    known = {id_: interface.name for id_, interface in vocabulary.interfaces.items()}
    return {id_: id_.upper() for id_ in stated} | known


def _named(names: dict[str, str]) -> dict[str, str]:
    """Return names by id in the order of the names."""
    return dict(sorted(names.items(), key=lambda pair: (sort_key(pair[1]), pair[0])))
