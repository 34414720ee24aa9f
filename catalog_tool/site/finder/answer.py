"""What the finder answers, as values; its script says the same in JSON, under the same names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from catalog_tool.site.finder.index import Facet


class Match(StrEnum):
    """Why something was found: this list is complete."""

    EXACT = "exact"
    ALIAS = "alias"
    PREFIX = "prefix"
    WORDS = "words"
    VENDOR = "vendor"
    CATEGORY = "category"
    INTERFACE = "interface"
    DIRECTION = "direction"
    PARTNER = "partner"
    NOT_LISTING = "not_listing"
    MENTIONED = "mentioned"
    TYPO = "typo"
    ALL = "all"


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
class ApplicationAnswer:
    """An application that was found.

    Attributes:
        name: canonical name.
        slug: its address under ``applications/``.
        category: id of its category, or empty.
        aliases: its other names.
        partners: ids of the partners that list it and pass the facets; one that the query names
            comes first.
        match: why it was found.
        matched: the text of the catalog that matched.
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
    """A partner that was found; ``match`` and ``matched`` as for applications.

    One that was named beside applications that it does not list is ``not_listing``, with the name
    of the application if it is one.
    """

    id: str
    name: str
    match: Match
    matched: str


@dataclass(frozen=True)
class MayConnect:
    """A partner that lists none of the applications found, but states generic interfaces."""

    id: str
    name: str
    interfaces: tuple[str, ...]


@dataclass(frozen=True)
class Nearest:
    """A name close to what was asked for.

    Attributes:
        kind: what it names; ``unlisted`` is an application that no partner lists yet, ``unstated``
            an interface or a direction that no partner states.
        name: as readers see it.
        address: its page below the site; empty for what no partner lists or states.
    """

    kind: Literal["application", "partner", "unlisted", "unstated"]
    name: str
    address: str


@dataclass(frozen=True)
class LongerList:
    """A partner that shows a selection here and keeps a longer list at ``url``."""

    id: str
    name: str
    url: str


@dataclass(frozen=True)
class Loosened:
    """How many results there would be with nothing chosen in a facet, or in ``all`` of them."""

    facet: Facet | Literal["all"]
    count: int


@dataclass(frozen=True)
class Answer:
    """The answer to one query, best first.

    Attributes:
        query: what was understood as the query: its beginning, if it is very long.
        applications: those found.
        partners: those found by their own names or interfaces.
        may_connect: partners that may connect what was asked for through a generic interface.
        nearest: close names, if nothing was found; and applications that nobody lists, if the
            query is their whole name and nothing found answers better.
        facets: the values of each facet, with what each would leave.
        loosened: which facets to drop, if only they leave nothing.
        longer_lists: partners that may list it elsewhere, if nothing was found.
    """

    query: str
    applications: tuple[ApplicationAnswer, ...]
    partners: tuple[PartnerAnswer, ...]
    may_connect: tuple[MayConnect, ...]
    nearest: tuple[Nearest, ...]
    facets: dict[Facet, tuple[FacetValue, ...]]
    loosened: tuple[Loosened, ...]
    longer_lists: tuple[LongerList, ...]

    @property
    def is_found(self) -> bool:
        """Whether an application or a partner was found."""
        return bool(self.applications or self.partners)


def read_answer(said: dict[str, Any]) -> Answer:
    """Return the answer that the finder's script gave."""
    return Answer(
        query=said["query"],
        applications=tuple(_application(each) for each in said["applications"]),
        partners=tuple(
            PartnerAnswer(**{**each, "match": Match(each["match"])}) for each in said["partners"]
        ),
        may_connect=tuple(
            MayConnect(each["id"], each["name"], tuple(each["interfaces"]))
            for each in said["may_connect"]
        ),
        nearest=tuple(Nearest(**each) for each in said["nearest"]),
        facets={
            facet: tuple(FacetValue(**value) for value in values)
            for facet, values in said["facets"].items()
        },
        loosened=tuple(Loosened(**each) for each in said["loosened"]),
        longer_lists=tuple(LongerList(**each) for each in said["longer_lists"]),
    )


def _application(said: dict[str, Any]) -> ApplicationAnswer:
    lists = {name: tuple(said[name]) for name in ("aliases", "partners")}
    return ApplicationAnswer(**{**said, **lists, "match": Match(said["match"])})
