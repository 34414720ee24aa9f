"""Records of partners that left the catalog or have a new address."""

from __future__ import annotations

import hashlib
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from catalog_tool.model.strict import Strict
from catalog_tool.model.values import LIST_MAX_LENGTH, Day, Identifier, Name, OneLineText

_HINT = "Write either moved_to with the new file name, without .yaml, or removed with the date."


def forgotten_key(identifier: str) -> str:
    """Return what stands for the id of a partner that nothing may name any more."""
    return hashlib.sha256(identifier.encode()).hexdigest()[:16]


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
            context = {"reason": f"has {how} removed", "hint": _HINT, "suggestion": ""}
            raise PydanticCustomError("invalid-value", "{reason}", context)
        return self


class FormerPartners(Strict):
    """All records of former partners, by the id in their old address."""

    former: dict[Identifier, FormerPartner] = Field(
        default_factory=dict, description="The records, by the file names that the entries had."
    )
    forgotten: tuple[OneLineText, ...] = Field(
        default=(),
        max_length=LIST_MAX_LENGTH,
        description="Keys of partners that left without a record, so that nothing names them.",
    )

    def has_forgotten(self, identifier: str) -> bool:
        """Return whether a partner left without a record."""
        return forgotten_key(identifier) in self.forgotten

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
