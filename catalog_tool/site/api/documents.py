"""The documents of the API. Their JSON Schemas are generated from these models.

Within a version, documents and keys may be added, so the schemas allow unknown keys.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION: Literal[1] = 1
"""Increases if a key changes its meaning or is removed."""

Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Address = Annotated[
    str, Field(description="Address; relative to the root of the site if the site has no address.")
]
Ids = Annotated[tuple[str, ...], Field(description="Ids of partners.")]


def _allow_more_keys(schema: dict[str, Any]) -> None:
    schema.pop("additionalProperties", None)


class Document(BaseModel):
    """A document, or a part of one."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_extra=_allow_more_keys, use_enum_values=True
    )


class ListedName(Document):
    """An application in an entry."""

    name: str = Field(description="As the partner spells it.")
    slug: str = Field(description="The application that it means, in applications.json.")
    group: str | None = Field(description="The partner's own heading for it.")


class LabeledLink(Document):
    """A further link of a partner."""

    label: str
    url: str


class PartnerDocument(Document):
    """One partner. An empty list and null mean "not stated", never "no"."""

    version: Literal[1] = VERSION
    id: str
    name: str
    page: Address
    badge: Address
    website: str
    contact: str | None = Field(description="An https address or an email address.")
    summary: str | None
    description: str | None = Field(description="Markdown, as the partner wrote it.")
    description_text: str | None = Field(description="The description as plain text.")
    applications: tuple[ListedName, ...]
    applications_note: str | None = Field(description="Markdown, one line.")
    applications_url: str | None = Field(description="The partner's own full list.")
    links: tuple[LabeledLink, ...]
    former_names: tuple[str, ...]
    products: tuple[str, ...]
    logo: Address | None
    tested_on: Day | None = Field(description="The last test that the partner states.")
    tested_by: str | None
    maintainers: tuple[str, ...] = Field(description="GitHub logins.")
    fields: dict[str, tuple[str, ...]] = Field(
        description="What it states in the catalog's own fields, which index.json describes."
    )
    changed_on: Day | None = Field(description="The last change of the entry, if it is known.")


class PartnerReference(Document):
    """A partner in the index."""

    id: str
    name: str
    data: Address
    page: Address


class FieldValue(Document):
    """A value that a field of this catalog can have."""

    id: str
    name: str
    description: str | None


class FieldDocument(Document):
    """A field that only this catalog has."""

    key: str
    label: str
    help: str | None
    type: str
    multiple: bool
    values: tuple[FieldValue, ...]


class IndexDocument(Document):
    """Where everything is. Start here."""

    version: Literal[1] = VERSION
    title: str
    summary: str
    platform: str
    documentation: Address
    applications: Address
    categories: Address
    changes: Address
    catalog: Address = Field(description="All of it in one JSON file, in a format of its own.")
    csv: Address
    feed: Address
    schemas: dict[str, str] = Field(description="Addresses of the schemas, by document.")
    partners: tuple[PartnerReference, ...] = Field(description="In the order of the catalog.")
    withheld: Ids = Field(description="Partners whose entries have errors at the moment.")
    fields: tuple[FieldDocument, ...]


class ApplicationDocument(Document):
    """An application that a partner lists."""

    slug: str
    name: str
    page: Address
    aliases: tuple[str, ...]
    vendor: str | None
    category: str | None = Field(description="The id of its category.")
    gallery: str | None = Field(description="Its address in the platform's own gallery.")
    partners: Ids


class ApplicationsDocument(Document):
    """All applications."""

    version: Literal[1] = VERSION
    applications: tuple[ApplicationDocument, ...]


class CategoryDocument(Document):
    """A category with a listed application."""

    id: str
    name: str
    description: str
    page: Address
    feed: Address
    applications: tuple[str, ...] = Field(description="Slugs of applications.")
    partners: Ids


class CategoriesDocument(Document):
    """All categories."""

    version: Literal[1] = VERSION
    categories: tuple[CategoryDocument, ...]


class ChangeDocument(Document):
    """What changed for one partner on one day."""

    day: Day
    kind: Literal["added", "changed", "renamed", "tested", "left"]
    partner: str = Field(description="The id of its page today.")
    name: str
    page: Address
    former_name: str | None = Field(description="Its name before, if it was renamed.")
    text: str = Field(description="What changed, in the language of the site.")
    keys: tuple[str, ...] = Field(description="The keys of the entry that changed.")
    applications_added: tuple[str, ...]
    applications_removed: tuple[str, ...]


class RemovalDocument(Document):
    """A partner that left or has a new id. Programs that keep a copy should follow it."""

    id: str
    name: str
    page: Address
    moved_to: str | None = Field(description="Its new id.")
    removed: Day | None = Field(description="The day on which it left.")
    reason: str | None


class ChangesDocument(Document):
    """What changed, the last first, and all removals."""

    version: Literal[1] = VERSION
    since: Day | None = Field(
        description="The first day of which changes are known; null if none are known."
    )
    changes: tuple[ChangeDocument, ...]
    removals: tuple[RemovalDocument, ...]


DOCUMENTS: dict[str, type[Document]] = {
    "index": IndexDocument,
    "partner": PartnerDocument,
    "applications": ApplicationsDocument,
    "categories": CategoriesDocument,
    "changes": ChangesDocument,
}
"""Every document, by the name of its schema."""
