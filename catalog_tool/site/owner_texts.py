"""Texts of the catalog's owners, with the limits that the rules really have."""

from __future__ import annotations

from catalog_tool.linter.selection import word_limit
from catalog_tool.model.publication import Publication

WORD_LIMIT = "{word_limit}"
"""Stands for the number of words that an entry can have. Without such a limit, its line is left
out."""


def owner_text(publication: Publication, name: str) -> str:
    """Return the text called ``name`` as readers see it; empty if the owners wrote none."""
    limit = word_limit(publication.settings)
    lines = publication.prose.get(name, "").strip().splitlines(keepends=True)
    if limit is None:
        return "".join(line for line in lines if WORD_LIMIT not in line)
    return "".join(lines).replace(WORD_LIMIT, publication.words.number(limit))
