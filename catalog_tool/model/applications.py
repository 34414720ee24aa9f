"""The applications of an entry: a list of names, or groups of names."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from catalog_tool.model.values import LIST_MAX_LENGTH, Name, has_values
from catalog_tool.text.refusals import Refusal

_COUNT = (
    r"(?:and|&|plus|or|as well as|over|more than|up to|about|around|at least|many|several|some|"
    r"various|numerous|lots of|hundreds of|thousands of|dozens of|\+|\d[\d.,]*(?![\d.,])\+?)\s*"
)
_APPLICATIONS = "(?:apps?|applications?|connectors?|integrations?)"
NO_APPLICATION = Refusal(
    rf"^\W*(?:(?:{_COUNT})*(?:more|others?|additional|further)"
    rf"(?:\s+{_APPLICATIONS}|\s+systems|\s+to come)?"
    rf"|(?:{_COUNT})+{_APPLICATIONS}|etc|et cetera|and so (?:on|forth)|among others"
    rf"|(?:all|any|every|most)(?: [\w.-]+){{0,2}} (?:{_APPLICATIONS}|systems?)"
    r"|u\.? ?v\.? ?m|usw|u\.? ?a|(?:und )?(?:viele )?weitere(?: mehr)?"
    r"|und (?:viele )?(?:mehr|andere)(?: mehr)?"
    r"|et (?:bien )?(?:d['’]autres|plus(?: encore)?)|y (?:muchos )?m[aá]s|entre otros)[\s.…!]*\Z"
    r"|^(?:\S+ ){6,}\S*[a-z]\.\Z",
    "isn't the name of an application",
    "Say it in 'applications_note', or give the address of your full list in 'applications_url'.",
    ignores_case=True,
)

Names = Annotated[
    tuple[Name, ...],
    Field(max_length=LIST_MAX_LENGTH, json_schema_extra={"minItems": 1}),
    has_values(),
]
Groups = Annotated[dict[Name, Names], Field(min_length=1, max_length=LIST_MAX_LENGTH)]


def _applications_shape(value: object) -> str:
    return GROUPS_TAG if isinstance(value, dict) else LIST_TAG


LIST_TAG = "list"
GROUPS_TAG = "groups"
Applications = Annotated[
    Annotated[Names, Tag(LIST_TAG)] | Annotated[Groups, Tag(GROUPS_TAG)],
    Discriminator(_applications_shape),
]
