"""The finder: which applications and partners answer to a customer's words.

Python writes what is searched; the scripts under ``engine/`` rank, in the browser and in process.
Why and how things rank: docs/decisions/0010-one-finder.md.
"""

from __future__ import annotations

from catalog_tool.site.finder.answer import (
    Answer,
    ApplicationAnswer,
    FacetValue,
    LongerList,
    Loosened,
    Match,
    MayConnect,
    Nearest,
    PartnerAnswer,
)
from catalog_tool.site.finder.index import Facet, facet_values
from catalog_tool.site.finder.search import Finder, FinderError, find

__all__ = [
    "Answer",
    "ApplicationAnswer",
    "Facet",
    "FacetValue",
    "Finder",
    "FinderError",
    "LongerList",
    "Loosened",
    "Match",
    "MayConnect",
    "Nearest",
    "PartnerAnswer",
    "facet_values",
    "find",
]
