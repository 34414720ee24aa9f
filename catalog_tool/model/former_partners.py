"""Partners that left the catalog or have another address: what is known of them."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from catalog_tool.model.partner import Strict
from catalog_tool.model.values import Day, Identifier, Name, OneLineText

_HINT = "Write moved_to with the new file name, without .yaml; or removed with the day."


class FormerPartner(Strict):
    """What became of a partner whose address was published: it moved, or it was removed."""

    name: Name = Field(examples=["Contoso"])
    moved_to: Identifier | None = Field(
        default=None, description="The file name of its entry now, without .yaml."
    )
    removed: Day | None = Field(
        default=None, description="The day since which it is not in the catalog."
    )
    reason: OneLineText | None = Field(
        default=None, description="One line of plain text that tells readers more."
    )

    @model_validator(mode="after")
    def _has_one_fate(self) -> Self:
        if (self.moved_to is None) == (self.removed is None):
            how = "neither moved_to nor" if self.removed is None else "both moved_to and"
            context = {"reason": f"has {how} removed", "hint": _HINT, "suggestion": ""}
            raise PydanticCustomError("invalid-value", "{reason}", context)
        return self


class FormerPartners(Strict):
    """All records of former partners, each under the id that its address had."""

    former: dict[Identifier, FormerPartner] = Field(default_factory=dict)

    def move_chain(self, identifier: str) -> tuple[str, ...]:
        """Return an id and the ids that it moved to, one after the other, as far as records lead.

        A way in a circle ends with the first id that it meets again.
        """
        way = [identifier]
        while (record := self.former.get(way[-1])) and record.moved_to:
            is_circle = record.moved_to in way
            way.append(record.moved_to)
            if is_circle:
                break
        return tuple(way)
