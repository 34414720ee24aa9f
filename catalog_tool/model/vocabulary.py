"""The vocabulary of entries: applications with their aliases, and categories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pydantic import Field

from catalog_tool.model.strict import Strict
from catalog_tool.model.values import Identifier, Name, OneLineText, WebAddress
from catalog_tool.text.characters.confusables import drawn_key, imitated_key, in_latin, is_imitation
from catalog_tool.text.near_names import NearNames
from catalog_tool.text.ordering import same_key, sort_key

BRACKETS = re.compile(r"(?P<name>[^()\[\]]+)[(\[](?P<remark>[^()\[\]]+)[)\]]\s*")
_BRACKET = re.compile(r"[()\[\]]")
_BETWEEN_NAMES = re.compile(r"\s*[,;|+]\s*|\s+(?:and|or|&)\s+|\s*/\s+|\s+/\s*")


class Category(Strict):
    """A category of applications, such as databases or healthcare."""

    name: Name = Field(description="Its name for readers.", examples=["Finance"])
    description: OneLineText = Field(description="What belongs to it, in one line.")
    icon: Identifier = Field(
        default="application", description="Short name of its icon, from Material Design Icons."
    )


class Application(Strict):
    """A system that partners connect; its key in the vocabulary is its canonical name."""

    category: Identifier = Field(description="Key of its category.", examples=["finance"])
    vendor: Name | None = Field(default=None, description="Who makes it.", examples=["Northwind"])
    aliases: tuple[Name, ...] = Field(
        default=(), description="Its other names: customers find it by each.", examples=[["NERP"]]
    )
    other_products: tuple[Name, ...] = Field(
        default=(),
        description="Those of the aliases that are other products: the check asks about them.",
    )
    gallery: WebAddress | None = Field(
        default=None, description="Address of this application in the platform's own gallery."
    )


class Vocabulary(Strict):
    """All names that entries can refer to, each with its meaning."""

    categories: dict[Identifier, Category] = Field(
        default_factory=dict, description="The categories of applications, by their keys."
    )
    applications: dict[Name, Application] = Field(
        default_factory=dict, description="The applications, by the names that their vendors use."
    )

    @cached_property
    def _canonical_by_key(self) -> dict[str, str]:
        names = {same_key(name): name for name in self.applications}
        return {same_key(alias): name for alias, name in self._aliases.items()} | names

    @cached_property
    def _aliases(self) -> dict[str, str]:
        return {
            alias: name
            for name, application in self.applications.items()
            for alias in application.aliases
        }

    @cached_property
    def _near_names(self) -> NearNames:
        return NearNames((*self._aliases, *self.applications))

    def canonical(self, name: str) -> str | None:
        """Return the canonical name of ``name``, or ``None`` if unknown.

        The spelling doesn't matter, and neither does what follows in brackets, such as a short form
        or a remark: ``ADP (all versions)`` is *ADP*. But if a name of another application is in the
        brackets, as in ``SAP ECC (S/4HANA)``, the name is unknown.
        """
        if name in self.applications:
            return name
        known = self._canonical_by_key.get(same_key(name))
        return known or self._without_brackets(name)

    def _without_brackets(self, name: str) -> str | None:
        parts = BRACKETS.fullmatch(name)
        known = self._canonical_by_key.get(same_key(parts["name"])) if parts else None
        if not parts or not known:
            return None
        named = map(same_key, _BETWEEN_NAMES.split(parts["remark"]))
        others = {self._canonical_by_key.get(key, known) for key in named}
        return known if others == {known} else None

    def is_other_product(self, name: str) -> bool:
        """Return whether an alias is the name of another product, such as *R/3* for *SAP ECC*."""
        application = self.application(name)
        others = {*map(same_key, application.other_products)} if application else set()
        return any(same_key(each) in others for each in (name, *_BRACKET.split(name)))

    def application(self, name: str) -> Application | None:
        """Return an application by any spelling of its name, or ``None`` if unknown."""
        canonical = self.canonical(name)
        return self.applications[canonical] if canonical else None

    def near_miss(self, name: str) -> str | None:
        """Return the canonical name that differs from ``name`` by one typo, or ``None``."""
        near = [] if self.canonical(name) else self._near_names.near(name)
        return self.canonical(near[0]) if near else None

    @cached_property
    def _known_names(self) -> tuple[str, ...]:
        """Vendors, aliases, and applications; of two that look alike, the last one counts."""
        vendors = [one.vendor for one in self.applications.values() if one.vendor]
        return (*vendors, *self._aliases, *self.applications)

    @cached_property
    def _known_by_key(self) -> dict[str, str]:
        return {same_key(name): name for name in self._known_names}

    @cached_property
    def _known_by_drawing(self) -> dict[str, str]:
        return {drawn_key(name): name for name in self._known_names}

    @cached_property
    def _known_by_glance(self) -> dict[str, str]:
        return {imitated_key(name): name for name in self._known_names}

    def knows(self, name: str) -> bool:
        """Return whether a name is an application, an alias, or a vendor in any spelling."""
        return name in self.applications or same_key(name) in self._known_by_key

    def find_imitated(self, name: str) -> str | None:
        """Return the application, alias, or vendor that a name only looks like, or ``None``.

        ``lBM Maximo`` with a lowercase L imitates *IBM Maximo*; so does one with a Cyrillic А.
        """
        if self.knows(name):
            return None
        found = self._known_by_drawing.get(drawn_key(name))
        found = found or self._known_by_key.get(same_key(in_latin(name)))
        return found or (
            self._known_by_glance.get(imitated_key(name)) if is_imitation(name) else None
        )

    def in_category(self, category: str) -> Iterator[str]:
        """Yield the canonical names of a category's applications in the order of the catalog."""
        members = (name for name, known in self.applications.items() if known.category == category)
        yield from sorted(members, key=sort_key)
