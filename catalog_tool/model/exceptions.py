"""Exceptions: single values that a rule lets pass, because an admin said so and why."""

from __future__ import annotations

from pydantic import Field

from catalog_tool.model.strict import Strict
from catalog_tool.model.values import LIST_MAX_LENGTH, Day, Identifier, OneLineText


class RuleException(Strict):
    """One value of one entry that one rule lets pass."""

    entry: Identifier = Field(
        description="File name of the entry, without .yaml.", examples=["contoso"]
    )
    rule: OneLineText = Field(description="Name of the rule.", examples=["duplicate-website"])
    value: OneLineText = Field(
        description="The text that the rule reports, as it is in the entry.",
        examples=["https://www.contoso.com/"],
    )
    reason: OneLineText = Field(
        description="Why it is right, in one line.",
        examples=["Contoso and Contoso Cloud share one page."],
    )
    review_by: Day = Field(
        description="The day until which someone should look at it again.", examples=["2027-11-29"]
    )

    @property
    def text(self) -> str:
        """The value with one space in place of line breaks and several spaces."""
        return " ".join(self.value.split())


class RuleExceptions(Strict):
    """All exceptions of a catalog."""

    exceptions: tuple[RuleException, ...] = Field(
        default=(),
        max_length=LIST_MAX_LENGTH,
        description="Values of entries that a rule lets pass.",
    )
