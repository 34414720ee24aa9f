"""What the owner of a catalog can say in other words on the site."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from catalog_tool.model.strict import Frozen
from catalog_tool.model.values import Name

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]
Override = str | dict[PluralForm, str]
"""A message in the owner's words; if it has a number, perhaps in several forms."""


class Freshness(Frozen):
    """After how many months the site calls an attestation of a test old."""

    due: int = Field(
        default=12, ge=1, le=120, description="Months after which a test is due for renewal."
    )
    stale: int = Field(default=18, ge=1, le=120, description="Months after which it is stale.")

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.stale < self.due:
            raise ValueError("stale before it is due")
        return self


class Nouns(Frozen):
    """What a catalog calls its partners and applications, for one and for several."""

    partner: Name | None = Field(default=None, description="One partner.", examples=["vendor"])
    partners: Name | None = Field(
        default=None, description="Several partners.", examples=["vendors"]
    )
    application: Name | None = Field(
        default=None, description="One application.", examples=["exporter"]
    )
    applications: Name | None = Field(
        default=None, description="Several applications.", examples=["exporters"]
    )

    @property
    def keys(self) -> dict[str, str]:
        """The keys of an entry by the nouns that people therefore write for them."""
        keys = {
            self.partner: "name",
            self.application: "applications",
            self.applications: "applications",
        }
        return {noun: key for noun, key in keys.items() if noun}
