"""Reading catalogs that were kept in other ways, one format a file.

A format is a module that defines ``recognises(text)``, which says whether a text is in that format,
and ``read(text, vocabulary)``, which returns what the text says. Adding one is one module and its
name in the list below. :func:`files.read_files` makes partner files of what a format says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import Protocol

from catalog_tool.importers import markdown, published_catalog
from catalog_tool.importers.result import Import, ImportedPartner
from catalog_tool.model.identifiers import identifier_of
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import ID_MAX_LENGTH, ID_PATTERN

MAX_BYTES = 4 * 1024 * 1024
"""Largest text that is read: a catalog of ten thousand entries."""


class Importer(Protocol):
    """A module that reads one format."""

    def recognises(self, text: str) -> bool:
        """Return whether a text is in this format."""

    def read(self, text: str, vocabulary: Vocabulary) -> Import:
        """Return what a text in this format says."""


IMPORTERS: tuple[Importer, ...] = (published_catalog, markdown)
"""All formats; the most particular is asked first."""


def read_catalog(text: str, vocabulary: Vocabulary) -> Import:
    """Return the partners of a text, in the first format that recognises it.

    Args:
        text: any text; what is not understood is in the result all the same.
        vocabulary: canonical names of applications.
    """
    importer = next(each for each in IMPORTERS if each.recognises(text))
    return importer.read(text, vocabulary)


def identifiers(partners: Iterable[ImportedPartner]) -> Iterator[str]:
    """Yield the id of each partner: the one it has, or the slug of its name, each only once."""
    taken: set[str] = set()
    for partner in partners:
        given = partner.identifier if re.fullmatch(ID_PATTERN, partner.identifier) else ""
        wanted = given or identifier_of(partner.name) or "partner"
        numbered = (f"{wanted[: ID_MAX_LENGTH - 6]}-{number}" for number in count(2))
        identifier = next(each for each in chain([wanted], numbered) if each not in taken)
        taken.add(identifier)
        yield identifier
