"""What the finder answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from catalog_tool.site.finder.facets import Facet, FacetValue
from catalog_tool.site.finder.matching import Match


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

    def as_json(self) -> dict[str, Any]:
        """Return the answer as the script in the browser gives it."""
        return asdict(self)
