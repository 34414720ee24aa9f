"""Reading catalogs that were kept in other ways, one format a file.

A module of this package is one format. It defines ``recognises(text)``, which says whether a text
is in that format, and ``read(text, vocabulary)``, which returns what the text says. Formats are
asked by their ``RANK``, the most particular first. What formats share lives in packages.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, count
from typing import Protocol, cast

from catalog_tool.file_names import identifier_of
from catalog_tool.nodes import Plain
from catalog_tool.ordering import ID_MAX_LENGTH, ID_PATTERN
from catalog_tool.vocabulary import Vocabulary

MAX_BYTES = 4 * 1024 * 1024
"""Largest text that is read: a catalog of ten thousand entries."""


@dataclass(frozen=True, slots=True, order=True)
class Lines:
    """Some lines of the text that is read, from 1, both inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Lines of the text whose facts stand under a key of the entry."""

    key: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about lines of the text that the person who imports it should know.

    Attributes:
        lines: where it stands.
        text: what stands there.
        reason: what became of it, and why.
    """

    lines: Lines
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedPartner:
    """One partner as the text describes it; nothing has been checked.

    Attributes:
        lines: the lines of its section.
        values: values of the entry, by key.
        placements: which lines went where.
        changes: what reads differently in the entry, or was concluded.
        unplaced: facts that the format of an entry has no place for.
        identifier: id of the entry, where the text says it.
    """

    lines: Lines
    values: Mapping[str, Plain]
    placements: tuple[Placement, ...]
    changes: tuple[Remark, ...]
    unplaced: tuple[Remark, ...]
    identifier: str = ""

    @property
    def name(self) -> str:
        """The partner's name."""
        return str(self.values["name"])


@dataclass(frozen=True, slots=True)
class Import:
    """What a text says; every line of it that is not blank is in one of these.

    Attributes:
        partners: its partners, in the order of the text.
        changes: what was changed in the whole text before it was read.
        left_out: what is about no partner.
    """

    partners: tuple[ImportedPartner, ...]
    changes: tuple[Remark, ...]
    left_out: tuple[Remark, ...]


class Importer(Protocol):
    """A module of this package."""

    RANK: int

    def recognises(self, text: str) -> bool:
        """Return whether a text is in this format."""

    def read(self, text: str, vocabulary: Vocabulary) -> Import:
        """Return what a text in this format says."""


def read_catalog(text: str, vocabulary: Vocabulary) -> Import:
    """Return the partners of a text, in the first format that recognises it.

    Args:
        text: any text; what is not understood is in the result all the same.
        vocabulary: canonical names of applications.
    """
    importer = next(importer for importer in _importers() if importer.recognises(text))
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


@cache
def _importers() -> tuple[Importer, ...]:
    modules = (module for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    found = (
        cast("Importer", importlib.import_module(f"{__name__}.{module.name}")) for module in modules
    )
    return tuple(sorted(found, key=lambda importer: importer.RANK))
