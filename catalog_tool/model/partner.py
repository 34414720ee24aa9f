"""The entry format: the keys of a partner file.

The JSON Schema, the format reference, the ``new`` template, and the issue form are all generated
from the fields below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from catalog_tool.model.applications import Applications
from catalog_tool.model.edits import Where
from catalog_tool.model.fields import FieldDefinition, FieldType
from catalog_tool.model.logo import LogoName
from catalog_tool.model.strict import Strict
from catalog_tool.model.values import (
    Contact,
    Day,
    Login,
    MarkdownText,
    Name,
    OneLineText,
    Summary,
    WebAddress,
)

RequiredKey = Literal["contact", "description", "applications"]
"""A key that the owner of a catalog can make optional. Every entry has a name and a website."""
REQUIRED: tuple[RequiredKey, ...] = ("contact", "description", "applications")
"""The keys that a catalog requires unless its owner says otherwise."""
OWN_PREFIX = "own_"
"""Begins the attributes of a catalog's own fields, so that no name of theirs is taken."""


class Link(Strict):
    """An additional link of a partner."""

    label: Name = Field(
        description="Text of the link: what readers find there, in a few words.",
        examples=["Marketplace listing"],
    )
    url: WebAddress = Field(
        description="The address, starting with https://.",
        examples=["https://www.contoso.com/marketplace"],
    )


def _require_a_way_in(schema: dict[str, Any], model: type[Partner]) -> None:
    if "applications" not in model.required:
        return
    if len(ways := model.ways_in()) > 1:
        schema["anyOf"] = [{"required": [key]} for key in ways]
    else:
        schema["required"] += ways


class Partner(Strict):
    """One organization whose gateways or connectors link the platform to applications."""

    model_config = ConfigDict(title="Partner entry", json_schema_extra=_require_a_way_in)
    required: ClassVar[tuple[RequiredKey, ...]] = REQUIRED
    own_fields: ClassVar[Mapping[str, FieldDefinition]] = MappingProxyType({})
    own_nouns: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Keys by what the catalog calls their values."""

    name: Name = Field(
        description="Name of the partner as readers see it. The catalog is sorted by name.",
        examples=["Contoso"],
    )
    website: WebAddress = Field(
        description="Web page of the company or the product.", examples=["https://www.contoso.com/"]
    )
    contact: Contact = Field(
        description="Where customers can learn more: an https page or one email address.",
        examples=["https://www.contoso.com/contact", "sales@contoso.com"],
    )
    description: MarkdownText = Field(
        description=(
            "What the integration connects and does, in Markdown: paragraphs, lists, emphasis, "
            "links, and inline code."
        ),
        examples=["Contoso connects your systems without custom code.\n"],
    )
    applications: Applications = Field(
        default=(),
        description=(
            "Applications that the integration connects: a list of names, or groups of names."
        ),
        examples=[["Northwind ERP", "Tailspin Mail"], {"Finance": ["Northwind ERP"]}],
    )
    applications_note: OneLineText | None = Field(
        default=None,
        description="One line of Markdown that is shown before the list of applications.",
        examples=["This list has three of more than 200."],
    )
    applications_url: WebAddress | None = Field(
        default=None,
        description="Web page with the partner's full list of applications.",
        examples=["https://www.contoso.com/applications"],
    )
    links: tuple[Link, ...] = Field(
        default=(),
        max_length=20,
        description="Other links, such as a marketplace listing, an SDK, or documentation.",
        examples=[[{"label": "Documentation", "url": "https://docs.contoso.com/"}]],
    )
    former_names: tuple[Name, ...] = Field(
        default=(),
        max_length=10,
        description="Names that the partner had before. Customers who search for one find it.",
        examples=[["Northwind Gateways"]],
    )
    products: tuple[Name, ...] = Field(
        default=(),
        max_length=20,
        description="Names of the products. Customers often know them better than the company.",
        examples=[["Northwind Gateway"]],
    )
    summary: Summary | None = Field(
        default=None,
        description=(
            "The integration in one line of plain text, for lists of partners. Without it, they "
            "show the first sentence of the description."
        ),
        examples=["Connects your systems without custom code."],
    )
    logo: LogoName | None = Field(
        default=None,
        description="File in the folder 'logos': the file name of the entry, with .svg or .png.",
        examples=["contoso.svg"],
    )
    tested_on: Day | None = Field(
        default=None,
        description="Day on which the partner last tested the integration, as year-month-day.",
        examples=["2026-05-04"],
    )
    tested_by: OneLineText | None = Field(
        default=None,
        description="How the partner tested that the integration works with the platform.",
        examples=["Two weeks in a test environment"],
    )
    maintainers: tuple[Login, ...] = Field(
        default=(),
        max_length=20,
        description="GitHub logins of the people who may change this entry.",
        examples=[["contoso-anna"]],
    )

    @classmethod
    def ways_in(cls) -> tuple[str, ...]:
        """Return the keys of which an entry needs one, so that customers can find it."""
        reaching = (key for key, field in cls.own_fields.items() if field.reaches_any_application)
        return ("applications", *reaching)

    @cached_property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """What the entry states in the catalog's own fields, by key, in their order."""
        stated = {key: getattr(self, OWN_PREFIX + key) for key in self.own_fields}
        lists = ((key, (each,) if isinstance(each, str) else each) for key, each in stated.items())
        return {key: values for key, values in lists if values}

    @property
    def reach(self) -> tuple[tuple[str, str], ...]:
        """How it connects applications that it doesn't list: keys with values of own fields."""
        return tuple(
            (key, value)
            for key, values in self.fields.items()
            if self.own_fields[key].reaches(values)
            for value in values
        )

    @property
    def is_complete(self) -> bool:
        """Whether every value was read; in a draft, refused values are missing."""
        return not isinstance(self, DraftPartner)

    def listed_applications(self) -> Iterator[tuple[Where, str]]:
        """Yield each application with its place in the entry, in the order of the file."""
        for group_where, names in self.application_lists():
            for position, name in enumerate(names):
                yield (*group_where, position), name

    def application_lists(self) -> Iterator[tuple[Where, tuple[str, ...]]]:
        """Yield each list of applications with its place: one list, or one for each group."""
        if isinstance(self.applications, dict):
            for group, names in self.applications.items():
                yield ("applications", group), names
        elif self.applications:
            yield ("applications",), self.applications

    def addresses(self) -> Iterator[tuple[Where, str]]:
        """Yield each address that is a whole value, with its place; empty ones are left out."""
        named = {
            ("website",): self.website,
            ("contact",): self.contact,
            ("applications_url",): self.applications_url or "",
        }
        listed = {("links", n, "url"): link.url for n, link in enumerate(self.links)}
        yield from ((where, address) for where, address in (named | listed).items() if address)
        for kind in ("url", "email"):
            yield from self.own_values(kind)

    def other_names(self) -> Iterator[tuple[Where, str]]:
        """Yield each former name and each product, by which customers know the partner."""
        for key in ("former_names", "products"):
            yield from (((key, at), name) for at, name in enumerate(getattr(self, key)) if name)

    def names_and_texts(self) -> Iterator[tuple[Where, str]]:
        """Yield each former name, each product, and the other plain text, with its place."""
        yield from self.other_names()
        if self.summary:
            yield ("summary",), self.summary
        yield from self.own_values("text")

    def own_values(self, kind: FieldType) -> Iterator[tuple[Where, str]]:
        """Yield each value in own fields of one type, with its place; never an empty one."""
        for key, values in self.fields.items():
            definition = self.own_fields[key]
            for position, value in enumerate(values if definition.type == kind else ()):
                if value:
                    yield ((key, position) if definition.multiple else (key,)), value


class DraftPartner(Partner):
    """The readable part of an entry with errors: refused values are empty."""

    name: Name = ""
    website: WebAddress = ""
    contact: Contact = ""
    description: MarkdownText = ""
