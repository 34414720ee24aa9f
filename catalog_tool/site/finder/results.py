"""The rows of the finder's answers: applications, partners, and texts that mention something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

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
        is_denied: whether it seems to deny them, so that it may say the opposite.
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
    is_denied: bool = False
    id: str = ""
    address: str = ""
