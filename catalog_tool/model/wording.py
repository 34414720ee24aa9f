"""What the owner of a catalog can say in other words on the site."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from catalog_tool.model.values import Name

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]
Override = str | dict[PluralForm, str]
"""A message in the owner's words; if it has a number, perhaps in several forms."""


class Nouns(BaseModel):
    """What a catalog calls its partners and applications, for one and for several."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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
