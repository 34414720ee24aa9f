"""How a catalog is divided for its readers: by category and by first letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from catalog_tool.catalog import Catalog, ListedApplication
from catalog_tool.ordering import fold, sort_key
from catalog_tool.vocabulary import Category

Named = TypeVar("Named")

OTHER_INITIAL = "#"
"""Stands for every first character that is not a letter from A to Z."""


@dataclass(frozen=True, slots=True)
class CategoryListing:
    """A category with the applications in it that some partner connects.

    Attributes:
        id: its address under ``categories/``.
        category: its name, description and icon.
        applications: in the one order; never none.
        partner_count: how many partners connect at least one of them.
    """

    id: str
    category: Category
    applications: tuple[ListedApplication, ...]
    partner_count: int

    @property
    def page(self) -> str:
        """Path of its page."""
        return f"categories/{self.id}.md"


@dataclass(frozen=True, slots=True)
class Initial(Generic[Named]):
    """Everything whose name begins with one letter."""

    letter: str
    members: tuple[Named, ...]

    @property
    def anchor(self) -> str:
        """Its address on a page."""
        return f"initial-{self.letter.lower()}" if self.letter != OTHER_INITIAL else "initial-other"


def by_category(catalog: Catalog) -> dict[str, CategoryListing]:
    """Return the categories that lead to a partner, by id, in the order of their names."""
    members: dict[str, list[ListedApplication]] = {}
    for application in catalog.applications:
        if application.known:
            members.setdefault(application.known.category, []).append(application)
    categories = catalog.vocabulary.categories
    listings = (
        CategoryListing(id_, categories[id_], tuple(applications), _partners(applications))
        for id_, applications in members.items()
        if id_ in categories
    )
    in_order = sorted(listings, key=lambda listing: sort_key(listing.category.name))
    return {listing.id: listing for listing in in_order}


def by_initial(members: Iterable[Named], name: Callable[[Named], str]) -> list[Initial[Named]]:
    """Group by first letter what is already in the one order; the letters ascend.

    Args:
        members: in the one order.
        name: gives the name of each.
    """
    lettered = [(_initial(name(member)), member) for member in members]
    lettered.sort(key=lambda pair: pair[0])
    return [
        Initial(letter, tuple(member for _, member in group))
        for letter, group in groupby(lettered, key=lambda pair: pair[0])
    ]


def _initial(name: str) -> str:
    first = fold(name)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER_INITIAL


def _partners(applications: Iterable[ListedApplication]) -> int:
    return len({entry.id for application in applications for entry in application.entries})
