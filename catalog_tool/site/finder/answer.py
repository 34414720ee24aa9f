"""The finder's answers as values. The script returns the same as JSON, with the same names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from catalog_tool.site.finder.index import Facet
from catalog_tool.site.finder.texts import Place


class Match(StrEnum):
    """Why something was found. This list is complete.

    ``close`` is a name with a word that only begins with a word of the query.
    """

    EXACT = "exact"
    ALIAS = "alias"
    FORMER = "former"
    PRODUCT = "product"
    HOST = "host"
    PREFIX = "prefix"
    CLOSE = "close"
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
        count: number of partners in the results with only this value selected in the facet.
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
        partners: ids of the partners that list it and pass the facets, best first.
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
class Mention:
    """A partner or a page that has the words of the query in its texts, though no name has them.

    Attributes:
        kind: ``partner``, a ``page`` of the owner, or a page for contributors (``rule``).
        name: name of the partner, or title of the page.
        id: id of the partner, or ``""``.
        address: address of the section of the page below the site, or ``""``.
        where: where the sentence stands.
        sentence: the sentence with the words, cut to about 200 characters, or two.
        marks: start and end of each word in the sentence.
        is_apart: whether only two sentences together have the words.
        listed: names of its applications that have one of the words, if no sentence has.
        missing: words of the query that the texts don't have, or have in another spelling.
    """

    kind: Literal["partner", "page", "rule"]
    name: str
    where: Place | Literal[""]
    sentence: str
    marks: tuple[tuple[int, int], ...]
    missing: tuple[str, ...]
    listed: tuple[str, ...] = ()
    is_apart: bool = False
    id: str = ""
    address: str = ""


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

    If nobody has all of three parts or more, these are the most parts that a partner has.
    """

    applications: tuple[NamedPart, ...]
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
            all of them state, ``only`` a refused partner if only such ones list what was found,
            and ``unmet``, without a name, says that each fails in another condition. ``excluded``
            is a refused value, if some partners state nothing about it, and ``ignored`` what the
            query refuses, but nothing is called. ``category`` is that of an unlisted application,
            if partners list other applications in it.
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
        "only",
        "unmet",
        "excluded",
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
class FinderAnswer:
    """The answer to a query, best results first.

    Attributes:
        query: the query, or its beginning if it is very long.
        subject: the query, without words of questions if it is long.
        leading: the part whose first result has most of the question, so that it is shown first.
        asked, refused: what the query asks partners to state, and what it refuses.
        applications: the applications found.
        partners: the partners found by name or by what they state.
        together: for several applications in one query, the partners that list or mention all.
        mentioned: partners and pages that have the words in their texts; partners first.
        partly: those that have some of the words, or mention what nobody lists.
        unsaid: words of the query that no partner lists or mentions, if the answer has others.
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
    applications: tuple[ApplicationAnswer, ...]
    partners: tuple[PartnerAnswer, ...]
    together: Together | None
    mentioned: tuple[Mention, ...]
    partly: tuple[Mention, ...]
    unsaid: tuple[str, ...]
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
