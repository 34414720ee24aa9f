"""The base of everything that is read from a file of a catalog."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo


class Frozen(BaseModel):
    """Base of options, and of what commands leave for each other: no extra keys, no changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Strict(Frozen):
    """Base of everything that people write about entries: also no coercion."""

    # Built when first used, because a check without broken entries never needs a draft.
    model_config = ConfigDict(strict=True, defer_build=True)

    @classmethod
    def by_key(cls) -> dict[str, FieldInfo]:
        """Return the keys that a file can have here, each with its meaning, in order."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}
