"""The finder's answers as values. The script returns the same as JSON, with the same names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from catalog_tool.site.finder.index import Facet
from catalog_tool.site.finder.results import ApplicationAnswer, Mention, PartnerAnswer


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet.

    Attributes:
        id: its id in entries and the vocabulary.
        name: its name for readers.
        count: number of partners in the results with only this value selected in the facet.
        selected: whether it is selected.
    """

    id: str
    name: str
    count: int
    selected: bool


@dataclass(frozen=True)
class NamedPart:
    """One of the several applications in a query, or other words beside them.

    Attributes:
        name: name of the application, or what the query says if that means several.
        slug: its address under ``applications/``, or ``""`` if it has no page.
        is_mentioned: whether partners only mention it.
    """

    name: str
    slug: str
    is_mentioned: bool


@dataclass(frozen=True)
class Together:
    """The partners that list or mention several parts of a query, by their ids.

    If nobody has all of three parts or more, ``applications`` are the most parts that a partner
    has, and ``others`` those that these partners don't have.
    """

    applications: tuple[NamedPart, ...]
    others: tuple[NamedPart, ...]
    partners: tuple[str, ...]


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
        kind: what has the name. ``unlisted`` is an application that no partner lists yet,
            ``unstated`` a value of an own field that no partner states, and ``lacking`` one that
            no partner in the answer states, but is asked for. ``refused`` is a refused value that
            all of them state, ``listed`` a refused application or category that all of them list,
            ``only`` a refused partner if only such ones list what was found, and ``unmet``,
            without a name, says that each fails in another condition. ``excluded`` is a refused
            value, if some partners state nothing about it, ``left_out`` is what partners list,
            state, or are that were left out, and ``ignored`` what the query refuses, if nothing
            here has that name. ``category`` is that of an unlisted application, if partners list
            other applications in it.
        name: its name for readers.
        address: its page below the site; ``""`` for a name without one.
    """

    kind: Literal[
        "application",
        "partner",
        "category",
        "unlisted",
        "unstated",
        "lacking",
        "refused",
        "listed",
        "only",
        "unmet",
        "excluded",
        "left_out",
        "ignored",
    ]
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
    """The number of partners without the filter of a facet, or without ``all`` filters."""

    facet: Facet
    count: int


@dataclass(frozen=True)
class Asked:
    """Values of an own field that the query asks for or refuses, with their names."""

    field: str
    values: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Failing:
    """The conditions of the query that a partner fails in, as names.

    Attributes:
        unstated: asked values that it doesn't state, and fields with a refused value about which
            it states nothing, so that it may be what is refused.
        refused: refused values that it states.
    """

    unstated: tuple[str, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True)
class FinderAnswer:
    """The answer to a query, best results first.

    Attributes:
        query: the query, or its beginning if it is very long.
        subject: the query, without words of questions if it is long.
        leading: the part whose first result has most of the question, so that it is shown first.
        asked, refused: what the query asks partners to state, and what it refuses.
        failing: the partners that fail in some of that, by their ids.
        applications: the applications found.
        partners: the partners found by name or by what they state.
        together: for several applications in one query, the partners that list or mention all.
        mentioned: partners and pages that have the words in their texts; partners first.
        partly: those that have some of the words, or mention what nobody lists.
        unsaid: words of the query that no partner lists or mentions, if the answer has others.
        also: partners that mention the application that the query names, and don't list it.
        may_connect: partners that state a way to connect any application, and what is asked for.
        nearest: similar names, if nothing was found, and what the answer should say first.
        facets: the values of each facet, with counts.
        loosened: filters to remove, if only they exclude all results.
        longer_lists: partners that may list it elsewhere, if nothing was found.
    """

    query: str
    subject: str
    leading: Literal["applications", "partners", "mentioned", "partly"]
    asked: tuple[Asked, ...]
    refused: tuple[Asked, ...]
    failing: dict[str, Failing]
    applications: tuple[ApplicationAnswer, ...]
    partners: tuple[PartnerAnswer, ...]
    together: Together | None
    mentioned: tuple[Mention, ...]
    partly: tuple[Mention, ...]
    unsaid: tuple[str, ...]
    also: tuple[Mention, ...]
    may_connect: tuple[PossiblePartner, ...]
    nearest: tuple[Nearest, ...]
    facets: dict[Facet, tuple[FacetValue, ...]]
    loosened: tuple[WiderSearch, ...]
    longer_lists: tuple[LongerList, ...]

    @property
    def is_found(self) -> bool:
        """Whether an application, a partner, or a partner's text was found."""
        is_mentioned = any(each.kind == "partner" for each in self.mentioned)
        return bool(self.applications or self.partners or is_mentioned)
