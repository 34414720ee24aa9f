"""The finder: which applications and partners answer to a customer's words.

``find`` is a pure function of an index and a query. The scripts under ``assets/finder/`` are the
same in JavaScript; the tests hold both to one table of cases and to equal answers.
Why and how things rank: docs/decisions/0016-one-finder-two-languages.md.
"""

from __future__ import annotations

from catalog_tool.site.finder.answer import (
    Answer,
    ApplicationAnswer,
    LongerList,
    Loosened,
    MayConnect,
    Nearest,
    PartnerAnswer,
)
from catalog_tool.site.finder.facets import Facets, FacetValue
from catalog_tool.site.finder.index import FinderIndex, finder_index
from catalog_tool.site.finder.indexed import IndexedApplication, IndexedPartner
from catalog_tool.site.finder.matching import Match
from catalog_tool.site.finder.search import find

__all__ = [
    "Answer",
    "ApplicationAnswer",
    "FacetValue",
    "Facets",
    "FinderIndex",
    "IndexedApplication",
    "IndexedPartner",
    "LongerList",
    "Loosened",
    "Match",
    "MayConnect",
    "Nearest",
    "PartnerAnswer",
    "find",
    "finder_index",
]
