"""The finder: finds the applications and partners for a customer's query.

Python writes the index. The scripts in ``engine/`` rank, in the browser and in process.
docs/finder.md explains the ranking, and docs/decisions/0010-one-finder.md why it is a script.
"""

from __future__ import annotations

from catalog_tool.site.finder.answer import (
    FacetValue,
    FinderAnswer,
    LongerList,
    NamedPart,
    Nearest,
    PossiblePartner,
    Together,
    WiderSearch,
)
from catalog_tool.site.finder.index import Facet, facet_values
from catalog_tool.site.finder.results import ApplicationAnswer, Match, Mention, PartnerAnswer
from catalog_tool.site.finder.search import Finder, FinderError, find

__all__ = [
    "ApplicationAnswer",
    "Facet",
    "FacetValue",
    "Finder",
    "FinderAnswer",
    "FinderError",
    "LongerList",
    "Match",
    "Mention",
    "NamedPart",
    "Nearest",
    "PartnerAnswer",
    "PossiblePartner",
    "Together",
    "WiderSearch",
    "facet_values",
    "find",
]
