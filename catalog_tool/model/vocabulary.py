"""The vocabulary of entries: applications with their aliases, categories, and interfaces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pydantic import Field

from catalog_tool.model.partner import Strict
from catalog_tool.model.values import Identifier, Name, OneLineText, WebAddress
from catalog_tool.text.characters.confusables import drawn_key, in_latin
from catalog_tool.text.ordering import same_key, sort_key

NEAR_MISS_MIN_LENGTH = 4
"""Shortest name, in letters, in which one changed letter counts as a typo, as in the finder."""


class Category(Strict):
    """A category of applications, such as mainframe or healthcare."""

    name: Name
    description: OneLineText
    icon: Identifier = "application"


class Interface(Strict):
    """A generic interface to applications, such as SCIM or SQL."""

    name: Name
    description: OneLineText


class Application(Strict):
    """A system that partners connect; its key in the vocabulary is its canonical name."""

    category: Identifier
    vendor: Name | None = None
    aliases: tuple[Name, ...] = ()
    gallery: WebAddress | None = Field(
        default=None, description="Address of this application in the platform's own gallery."
    )


class Vocabulary(Strict):
    """All names that entries can refer to, each with its meaning."""

    categories: dict[Identifier, Category] = Field(default_factory=dict)
    interfaces: dict[Identifier, Interface] = Field(default_factory=dict)
    applications: dict[Name, Application] = Field(default_factory=dict)

    @cached_property
    def _canonical_by_key(self) -> dict[str, str]:
        names = {same_key(name): name for name in self.applications}
        aliases = {
            same_key(alias): name
            for name, application in self.applications.items()
            for alias in application.aliases
        }
        return aliases | names

    @cached_property
    def _keys_by_shorter_text(self) -> dict[str, list[str]]:
        """Keys by each text that remains without one letter; names one typo apart share one."""
        keys: dict[str, list[str]] = {}
        for key in self._canonical_by_key:
            for short in _without_one_letter(key):
                keys.setdefault(short, []).append(key)
        return keys

    def canonical(self, name: str) -> str | None:
        """Return the canonical name of ``name`` in any spelling, or ``None`` if unknown."""
        if name in self.applications:
            return name
        return self._canonical_by_key.get(same_key(name))

    def application(self, name: str) -> Application | None:
        """Return an application by any spelling of its name, or ``None`` if unknown."""
        canonical = self.canonical(name)
        return self.applications[canonical] if canonical else None

    def near_miss(self, name: str) -> str | None:
        """Return the canonical name that differs from ``name`` by one typo, or ``None``.

        A typo is one missing, added, or changed letter, or two swapped neighbors, in a name of at
        least four letters with the same digits (``SAP R/2`` isn't a typo of ``SAP R/3``).
        """
        key = same_key(name)
        if len(key) < NEAR_MISS_MIN_LENGTH or key in self._canonical_by_key:
            return None
        candidates = {
            other
            for short in _without_one_letter(key)
            for other in self._keys_by_shorter_text.get(short, ())
        }
        near = (other for other in candidates if _is_one_slip(key, other))
        meant = min(near, default=None)
        return self._canonical_by_key[meant] if meant else None

    @cached_property
    def _known_names(self) -> tuple[str, ...]:
        """Vendors, aliases, and applications; of two that look alike, the last one counts."""
        vendors = [one.vendor for one in self.applications.values() if one.vendor]
        aliases = [alias for one in self.applications.values() for alias in one.aliases]
        return (*vendors, *aliases, *self.applications)

    @cached_property
    def _known_by_key(self) -> dict[str, str]:
        return {same_key(name): name for name in self._known_names}

    @cached_property
    def _known_by_drawing(self) -> dict[str, str]:
        return {drawn_key(name): name for name in self._known_names}

    def knows(self, name: str) -> bool:
        """Return whether a name is an application, an alias, or a vendor in any spelling."""
        return name in self.applications or same_key(name) in self._known_by_key

    def find_imitated(self, name: str) -> str | None:
        """Return the application, alias, or vendor that a name only looks like, or ``None``.

        ``lBM RACF`` with a lowercase L imitates *IBM RACF*; so does one with a Cyrillic А.
        """
        if self.knows(name):
            return None
        drawn = self._known_by_drawing.get(drawn_key(name))
        return drawn or self._known_by_key.get(same_key(in_latin(name)))

    def in_category(self, category: str) -> Iterator[str]:
        """Yield the canonical names of a category's applications in the order of the catalog."""
        members = (name for name, known in self.applications.items() if known.category == category)
        yield from sorted(members, key=sort_key)


def _without_one_letter(key: str) -> set[str]:
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def _is_one_slip(key: str, other: str) -> bool:
    if _digits(key) != _digits(other):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - needed only for near misses

    return OSA.distance(key, other, score_cutoff=1) <= 1


def _digits(key: str) -> str:
    return "".join(char for char in key if char.isdigit())
