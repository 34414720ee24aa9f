"""Groups a catalog by category and by first letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from catalog_tool.model.catalog import Catalog, ListedApplication
from catalog_tool.model.vocabulary import Category
from catalog_tool.text.ordering import fold, separate_words, sort_key

Named = TypeVar("Named")

NUMBERS = "#"
"""Heading for names that sort before A, because they begin with a number."""

FURTHER_LETTERS = "…"
"""Heading for names that sort after Z, because they begin in another alphabet."""

LONG_FROM = 50
"""Length from which browsers lay out a list piece by piece as it scrolls into view."""

_WORDS = {NUMBERS: "other", FURTHER_LETTERS: "further"}


@dataclass(frozen=True, slots=True)
class CategoryListing:
    """A category with its applications that a partner lists.

    Attributes:
        id: its address under ``categories/``.
        category: its name, description and icon.
        applications: in the order of the catalog, at least one.
        partners: ids of the partners that list at least one of them.
    """

    id: str
    category: Category
    applications: tuple[ListedApplication, ...]
    partners: frozenset[str]

    @property
    def address(self) -> str:
        """Address of its page."""
        return f"categories/{self.id}/"


@dataclass(frozen=True, slots=True)
class Initial(Generic[Named]):
    """All members whose names begin with the same letter."""

    letter: str
    members: tuple[Named, ...]

    @property
    def anchor(self) -> str:
        """Its anchor on a page."""
        return f"initial-{_WORDS.get(self.letter, self.letter.lower())}"


def by_category(catalog: Catalog) -> dict[str, CategoryListing]:
    """Return the categories with a partner, by id, in the order of their names."""
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
    """Group sorted members by first letter, and keep their order.

    Args:
        members: in the order of the catalog.
        name: returns the name of a member.
    """
    return [
        Initial(letter, tuple(group))
        for letter, group in groupby(members, key=lambda member: _initial(name(member)))
    ]


def _initial(name: str) -> str:
    """Return the letter that a name is sorted by, without punctuation before it."""
    first = separate_words(fold(name)).strip()[:1].upper()
    if "A" <= first <= "Z":
        return first
    return FURTHER_LETTERS if first > "Z" else NUMBERS


def _partners(applications: Iterable[ListedApplication]) -> frozenset[str]:
    return frozenset(entry.id for application in applications for entry in application.entries)
