"""A catalog's own fields: what its owner lets entries say besides the core keys.

A type of values is one row of :data:`_TYPES`. What checks, writes, and describes a value of the
entry takes it from the model that :mod:`~catalog_tool.model.entry_model` makes of the definitions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BeforeValidator, Field, PrivateAttr, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from catalog_tool.model.strict import Strict
from catalog_tool.model.values import (
    EMAIL_PATTERN,
    LINE_PATTERN,
    Day,
    Identifier,
    Name,
    OneLineText,
    WebAddress,
    address_check,
    length_check,
    refuse,
    text_schema,
    unless_draft,
)
from catalog_tool.text.refusals import Refusal
from catalog_tool.text.urls.address import ADDRESS_MAX_LENGTH, email_address_fault

MOST_VALUES = 200
TEXT_MAX_LENGTH = 300
TEXT_EXAMPLE = "One line of plain text."

_UNIT = re.compile(r"\A(?:[$€£¥]|[A-Z]{3}\b)\s*|\s*(?:[$€£¥%]|\b[A-Z]{3})\Z")
NUMBER_PATTERN = r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"
NO_NUMBER = Refusal(
    rf"^(?!{NUMBER_PATTERN[1:-1]}\Z)",
    "isn't a number",
    "Write digits, and a point before decimals, such as 1200 or 99.5.",
)


def _check_number(value: str) -> None:
    length_check(TEXT_MAX_LENGTH)(value)
    if NO_NUMBER.refuses(value):
        meant = _intended_number(value)
        raise refuse("invalid-value", NO_NUMBER.reason, NO_NUMBER.hint, meant)


def _intended_number(text: str) -> str:
    """Return a number that is written with other separators or with its unit, or ``""``."""
    text = _UNIT.sub("", text)
    if not NO_NUMBER.refuses(text):
        return text
    if re.fullmatch(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", text, re.ASCII):
        return text.replace(",", "")
    if re.fullmatch(r"-?(\d+|[1-9]\d{0,2}(\.\d{3})+),\d{1,6}", text, re.ASCII):
        return text.replace(".", "").replace(",", ".")
    return ""


_PlainText = Annotated[
    str,
    unless_draft(length_check(TEXT_MAX_LENGTH)),
    text_schema(LINE_PATTERN, "Write it on one line.", maxLength=TEXT_MAX_LENGTH),
]
_Number = Annotated[
    str,
    unless_draft(_check_number),
    text_schema(NUMBER_PATTERN, "Write digits, and a point before decimals."),
]
_EMailAddress = Annotated[
    str,
    unless_draft(address_check(email_address_fault), "email"),
    text_schema(EMAIL_PATTERN, "Write one email address.", maxLength=ADDRESS_MAX_LENGTH),
]


class FieldValue(Strict):
    """One of the values that entries can choose; its key is what they write."""

    name: Name = Field(description="The value as readers see it.", examples=["European Union"])
    aliases: tuple[Name, ...] = Field(
        default=(), description="Other words that people write for it, each with a safe fix."
    )
    description: OneLineText | None = Field(default=None, description="What it means, in one line.")


class _Type(NamedTuple):
    annotation: Any
    example: str
    names: str = ""
    choices: Mapping[str, FieldValue] = MappingProxyType({})


_YES_NO = {
    "yes": FieldValue(name="Yes", aliases=("true", "y", "on", "ja", "oui", "sí", "✓", "x")),
    "no": FieldValue(name="No", aliases=("false", "n", "off", "nein", "non", "✗")),
}
_TYPES = {
    "text": _Type(_PlainText, TEXT_EXAMPLE, "str string"),
    "choice": _Type(None, "", "dropdown enum select"),
    "yes-no": _Type(Literal["yes", "no"], "yes", "bool boolean checkbox flag", _YES_NO),
    "date": _Type(Day, "2026-05-04", "day"),
    "number": _Type(_Number, "99.5", "decimal float int integer"),
    "url": _Type(WebAddress, "https://www.contoso.com/pricing", "link uri"),
    "email": _Type(_EMailAddress, "support@contoso.com", "mail"),
}
TYPES = {key: FieldValue(name=key, aliases=tuple(row.names.split())) for key, row in _TYPES.items()}
"""The types of fields, with other words that owners write for them."""
FieldType = Literal["text", "choice", "yes-no", "date", "number", "url", "email"]
Place = Literal["card", "page", "compare", "filter"]
"""Where readers see a field."""


def _read_flag(value: object) -> object:
    if value in {"true", "false"}:
        return value == "true"
    if not isinstance(value, str):
        return value
    meant = {"yes": "true", "no": "false"}.get(value.lower(), value.lower())
    suggestion = meant if meant in {"true", "false"} else ""
    raise refuse("invalid-value", "isn't true or false", "Write true or false.", suggestion)


# An editor reads these without quotes, so for its schema they are no text.
_Flag = Annotated[bool, BeforeValidator(_read_flag), WithJsonSchema({"type": "boolean"})]


def _read_value(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


_ValueOrName = Annotated[
    FieldValue, BeforeValidator(_read_value, json_schema_input_type=FieldValue | Name)
]


class FieldDefinition(Strict):
    """What one field is for, which values it takes, and where readers see them."""

    label: Name = Field(description="Its name for readers.", examples=["Regions"])
    help: OneLineText | None = Field(default=None, description="What to write, for partners.")
    aliases: tuple[Name, ...] = Field(
        default=(), description="Other keys that people write for it, each with a fix."
    )
    type: FieldType = Field(description="The kind of its values.", examples=["choice"])
    multiple: _Flag = Field(default=False, description="Whether it takes a list of values.")
    values: dict[Identifier, _ValueOrName] = Field(
        default_factory=dict, max_length=MOST_VALUES, description="The values of a choice."
    )
    required: _Flag = Field(default=False, description="Whether every entry needs it.")
    show: tuple[Place, ...] = Field(
        default=("page", "compare"), max_length=4, description="Where readers see it."
    )
    reaches_any_application: _Flag = Field(
        default=False,
        description="Whether a partner that states it connects applications that it doesn't list.",
    )
    _named_choices: dict[str, FieldValue] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        is_choice = self.type == "choice"
        if is_choice and not self.values:
            hint = "Add 'values', with a key and a name for each, such as 'eu: European Union'."
            raise _misfit("is a choice without values", hint)
        if self.values and not is_choice:
            hint = "Write 'type: choice', or remove the values."
            raise _misfit(f"has values, but its type is {self.type!r}", hint)
        if self.multiple and self.type == "yes-no":
            hint = "Remove 'multiple', or write 'type: choice' and the values."
            raise _misfit("can't be both yes and no", hint)
        if "filter" in self.show and not self.choices:
            hint = "Remove 'filter' from 'show', or write 'type: choice' and the values."
            raise _misfit("can't be a filter, because its values can be anything", hint)
        return self

    @property
    def choices(self) -> Mapping[str, FieldValue]:
        """The values to choose from, in order; empty if the value can be anything of its type."""
        return self.values or self._named_choices or _TYPES[self.type].choices

    @property
    def meanings(self) -> dict[str, str]:
        """What each value of the owner's choice means, if that is more than the value."""
        texts = {value: (each.name, each.description or "") for value, each in self.values.items()}
        said = {
            value: ". ".join(text for text in each if text and text.casefold() != value)
            for value, each in texts.items()
        }
        return {value: text for value, text in said.items() if text}

    @property
    def is_chosen_by(self) -> bool:
        """Whether readers choose partners by it, so that most entries should state it."""
        return not {"card", "filter"}.isdisjoint(self.show)

    @property
    def has_commas(self) -> bool:
        """Whether a value as readers see it can have a comma, which then separates nothing."""
        return self.type == "text" or any("," in each.name for each in self.choices.values())

    @property
    def annotation(self) -> object:
        """The type of one value in the model of an entry."""
        return _TYPES[self.type].annotation or Literal[tuple(self.values)]

    @property
    def example(self) -> str:
        """An example of one value, as an entry has it."""
        return next(iter(self.values), _TYPES[self.type].example)

    def with_names(self, names: Mapping[str, str]) -> Self:
        """Return the field with other names for values that the program defines, not the owner."""
        if self.values or not self.choices:
            return self
        named = {
            value: choice.model_copy(update={"name": names[value]})
            for value, choice in self.choices.items()
        }
        field = self.model_copy()
        field._named_choices = named  # noqa: SLF001 - its own copy
        return field

    def name_of(self, value: str) -> str:
        """Return a value as readers see it."""
        choice = self.choices.get(value)
        return choice.name if choice else value

    def reaches(self, values: tuple[str, ...]) -> bool:
        """Return whether a partner that states these values connects any application."""
        return self.reaches_any_application and bool({*values} - {"no"})


def _misfit(reason: str, hint: str) -> PydanticCustomError:
    return refuse("invalid-value", reason, hint)
