"""Records of partners that left the catalog or have a new address."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated, Self

from pydantic import Field, model_validator

from catalog_tool.model.strict import Strict
from catalog_tool.model.values import (
    LIST_MAX_LENGTH,
    Day,
    Identifier,
    Name,
    OneLineText,
    refuse,
    text_schema,
    unless_draft,
)

_HINT = "Write either moved_to with the new file name, without .yaml, or removed with the date."


_HASH_PATTERN = "^[0-9a-f]{64}$"
_HASH_HINT = "Write the SHA-256 of the file name without .yaml, in lowercase: 64 characters."


def withdrawn_hash(identifier: str) -> str:
    """Return what stands for the id of a partner that nothing may name anymore: its SHA-256."""
    return hashlib.sha256(identifier.encode()).hexdigest()


def _check_hash(value: str) -> None:
    if not re.fullmatch(_HASH_PATTERN[1:-1], value):
        raise refuse("invalid-value", "isn't a SHA-256", _HASH_HINT)


_Hash = Annotated[str, unless_draft(_check_hash), text_schema(_HASH_PATTERN, _HASH_HINT)]


class FormerPartner(Strict):
    """The record of a partner with a published address: it moved, or it was removed."""

    name: Name = Field(description="Its name for readers.", examples=["Contoso"])
    moved_to: Identifier | None = Field(
        default=None, description="The new file name of its entry, without .yaml."
    )
    removed: Day | None = Field(default=None, description="The day on which it left the catalog.")
    reason: OneLineText | None = Field(
        default=None, description="One line of plain text with the reason for readers."
    )

    @model_validator(mode="after")
    def _has_one_fate(self) -> Self:
        if (self.moved_to is None) == (self.removed is None):
            how = "neither moved_to nor" if self.removed is None else "both moved_to and"
            raise refuse("invalid-value", f"has {how} removed", _HINT)
        return self


class FormerPartners(Strict):
    """All records of former partners, by the id in their old address."""

    former: dict[Identifier, FormerPartner] = Field(
        default_factory=dict, description="The records, by the file names that the entries had."
    )
    withdrawn: tuple[_Hash, ...] = Field(
        default=(),
        max_length=LIST_MAX_LENGTH,
        description="The partners that nothing may name anymore, each as the SHA-256 of the file "
        "name that its entry had, without .yaml.",
    )

    def has_withdrawn(self, identifier: str) -> bool:
        """Return whether nothing may name a partner anymore."""
        return withdrawn_hash(identifier) in self.withdrawn

    def move_chain(self, identifier: str) -> tuple[str, ...]:
        """Return an id and the ids that it moved to, in order.

        If the records form a cycle, the result ends with the first repeated id.
        """
        way = [identifier]
        while (record := self.former.get(way[-1])) and record.moved_to:
            is_cycle = record.moved_to in way
            way.append(record.moved_to)
            if is_cycle:
                break
        return tuple(way)
