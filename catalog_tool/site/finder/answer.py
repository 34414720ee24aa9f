"""The finder's answers as values. The script returns the same as JSON, with the same names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from catalog_tool.site.finder.index import Facet


class Match(StrEnum):
    """Why something was found. This list is complete."""

    EXACT = "exact"
    ALIAS = "alias"
    FORMER = "former"
    PRODUCT = "product"
    PREFIX = "prefix"
    WORDS = "words"
    VENDOR = "vendor"
    CATEGORY = "category"
    FIELD = "field"
    PARTNER = "partner"
    NOT_LISTING = "not_listing"
    MENTIONED = "mentioned"
    TYPO = "typo"
    ALL = "all"


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet.

    Attributes:
        id: its id in entries and the vocabulary.
        name: its name for readers.
        count: number of results with only this value selected in the facet.
        selected: whether it is selected.
    """

    id: str
    name: str
    count: int
    selected: bool


@dataclass(frozen=True)
class ApplicationAnswer:
    """An application in the results.

    Attributes:
        name: canonical name.
        slug: its address under ``applications/``.
        category: id of its category, or ``""``.
        aliases: its other names.
        partners: ids of the partners that list it and pass the facets. A partner in the query
            comes first.
        match: why it was found.
        matched: the matching text of the catalog.
    """

    name: str
    slug: str
    category: str
    aliases: tuple[str, ...]
    partners: tuple[str, ...]
    match: Match
    matched: str


@dataclass(frozen=True)
class PartnerAnswer:
    """A partner in the results; ``match`` and ``matched`` as for applications.

    If the query names a partner and applications that it doesn't list, ``match`` is
    ``not_listing``, and ``matched`` is the name of the application if there is only one.
    """

    id: str
    name: str
    match: Match
    matched: str


@dataclass(frozen=True)
class PossiblePartner:
    """A partner that lists none of the found applications, but says how it connects any."""

    id: str
    name: str
    reach: tuple[str, ...]


@dataclass(frozen=True)
class Nearest:
    """A name similar to the query.

    Attributes:
        kind: what has the name. ``unlisted`` is an application that no partner lists yet, and
            ``unstated`` is a value of an own field that no partner states.
        name: its name for readers.
        address: its page below the site; ``""`` for ``unlisted`` and ``unstated``.
    """

    kind: Literal["application", "partner", "unlisted", "unstated"]
    name: str
    address: str


@dataclass(frozen=True)
class LongerList:
    """A partner that shows a selection here and publishes a longer list at ``url``."""

    id: str
    name: str
    url: str


@dataclass(frozen=True)
class WiderSearch:
    """The number of results without the filter of a facet, or without ``all`` filters."""

    facet: Facet
    count: int


@dataclass(frozen=True)
class FinderAnswer:
    """The answer to a query, best results first.

    Attributes:
        query: the query, or its beginning if it is very long.
        applications: the applications found.
        partners: the partners found by name or by what they state.
        may_connect: partners that may connect it through a generic interface.
        nearest: similar names, if nothing was found; and applications that no partner lists, if
            the query is their whole name and no result matches better.
        facets: the values of each facet, with counts.
        loosened: filters to remove, if only they exclude all results.
        longer_lists: partners that may list it elsewhere, if nothing was found.
    """

    query: str
    applications: tuple[ApplicationAnswer, ...]
    partners: tuple[PartnerAnswer, ...]
    may_connect: tuple[PossiblePartner, ...]
    nearest: tuple[Nearest, ...]
    facets: dict[Facet, tuple[FacetValue, ...]]
    loosened: tuple[WiderSearch, ...]
    longer_lists: tuple[LongerList, ...]

    @property
    def is_found(self) -> bool:
        """Whether an application or a partner was found."""
        return bool(self.applications or self.partners)


def read_answer(data: dict[str, Any]) -> FinderAnswer:
    """Return the answer from the JSON of the finder's script."""
    return FinderAnswer(
        query=data["query"],
        applications=tuple(_application(each) for each in data["applications"]),
        partners=tuple(
            PartnerAnswer(**{**each, "match": Match(each["match"])}) for each in data["partners"]
        ),
        may_connect=tuple(
            PossiblePartner(each["id"], each["name"], tuple(each["reach"]))
            for each in data["may_connect"]
        ),
        nearest=tuple(Nearest(**each) for each in data["nearest"]),
        facets={
            facet: tuple(FacetValue(**value) for value in values)
            for facet, values in data["facets"].items()
        },
        loosened=tuple(WiderSearch(**each) for each in data["loosened"]),
        longer_lists=tuple(LongerList(**each) for each in data["longer_lists"]),
    )


def _application(data: dict[str, Any]) -> ApplicationAnswer:
    lists = {name: tuple(data[name]) for name in ("aliases", "partners")}
    return ApplicationAnswer(**{**data, **lists, "match": Match(data["match"])})
