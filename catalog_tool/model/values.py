"""The kinds of values in an entry, each with its check and its JSON Schema.

A check that refuses a value raises an error with the *name of the rule* that explains it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from catalog_tool.text.ordering import ID_MAX_LENGTH, ID_PATTERN
from catalog_tool.text.refusals import Refusal
from catalog_tool.text.urls.address import (
    ADDRESS_MAX_LENGTH,
    AddressFault,
    contact_fault,
    web_address_fault,
)

NAME_MAX_LENGTH = 100
DESCRIPTION_MAX_LENGTH = 10_000
DESCRIPTION_MAX_LINES = 500  # with text: one for each word that an entry can have
DESCRIPTION_MAX_BRACKETS = 250  # one link for every two words
DESCRIPTION_MAX_SIGNS = 1_000  # Markdown characters: two for each word, as in *word*
LINE_MAX_LENGTH = 500
LOGIN_MAX_LENGTH = 39  # GitHub's own limit
LIST_MAX_LENGTH = 2_000

InterfaceName = Literal[
    "scim", "rest", "soap", "sql", "ldap", "powershell", "csv", "ecma", "sdk", "rpa"
]
DirectionName = Literal["outbound", "inbound"]

HTTPS_PATTERN = r"^https://[A-Za-z0-9.\-]+([/?#][^\s]*)?$"
EMAIL_PATTERN = r"^[A-Za-z0-9_+.\-]+@[A-Za-z0-9.\-]+$"
DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
NAME_PATTERN = r"^\S+( \S+)*$"
LINE_PATTERN = r"^\n*[^\n]*\S[^\n]*\n*$"
PROSE_PATTERN = r"\S"
LOGIN_PATTERN = r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"
_OPENING_BRACKET = re.compile(r"\[")
_MARKDOWN_SIGN = re.compile(r"[*_`\[\]<~]")
SPACED_NAME = Refusal(
    r"^\s|\s\s|[^\S ]|\s\Z",
    "starts or ends with a space, or has two spaces in a row",
    "Use single spaces between words.",
)
_COUNT = (
    r"(?:and|&|plus|or|as well as|over|more than|up to|about|around|at least|many|several|some|"
    r"various|numerous|lots of|hundreds of|thousands of|dozens of|\+|\d[\d.,]*(?![\d.,])\+?)\s*"
)
_APPLICATIONS = "(?:apps?|applications?|connectors?|integrations?)"
NO_APPLICATION = Refusal(
    rf"^\W*(?:(?:{_COUNT})*(?:more|others?|additional|further)"
    rf"(?:\s+{_APPLICATIONS}|\s+systems|\s+to come)?"
    rf"|(?:{_COUNT})+{_APPLICATIONS}|etc|et cetera|and so (?:on|forth)|among others"
    r"|u\.? ?v\.? ?m|usw|u\.? ?a|und (?:viele )?(?:weitere|mehr|andere)(?: mehr)?"
    r"|et (?:bien )?(?:d['’]autres|plus(?: encore)?)|y (?:muchos )?m[aá]s|entre otros)[\s.…!]*\Z",
    "isn't the name of an application",
    "Say it in 'applications_note', or give the address of your full list in 'applications_url'.",
    ignores_case=True,
)
NO_LOGIN = Refusal(
    rf"^(?![^\n]{{1,{LOGIN_MAX_LENGTH}}}\Z)|^(?!{LOGIN_PATTERN[1:-1]}\Z)",
    "isn't a GitHub login",
    "Write the login without @.",
)
_FEW_WORDS = "Shorten it. Your website has room for the rest."
# Possessive and only from the start of a line, because blanks would take quadratic time.
_LINE_WITH_TEXT = re.compile(r"(?m)^[^\S\n]*+\S")


def _unless_draft(check: Callable[[str], None]) -> AfterValidator:
    """Run ``check`` on a value, except in the draft of a broken entry."""

    def validate(value: str, info: ValidationInfo) -> str:
        if info.context is not DRAFT:
            check(value)
        return value

    return AfterValidator(validate)


DRAFT = object()
"""Validation context of a draft: its values were checked before, and refused ones are empty."""


def _refuse(
    rule: str, message: str, hint: str, suggestion: str = "", *, is_size: bool = False
) -> PydanticCustomError:
    advice = {"hint": hint, "suggestion": suggestion, "is_size": is_size}
    return PydanticCustomError(rule, "{reason}", {"reason": message, **advice})


def _length_check(most: int, *, lines: bool = False) -> Callable[[str], None]:
    def check(value: str) -> None:
        if not value.strip():
            raise _refuse("empty-value", "is empty", "Fill it in, or remove the key.")
        if len(value) > most:
            size = f"has {len(value)} characters, but at most {most} are allowed"
            raise _refuse("invalid-value", size, "Shorten it.", is_size=True)
        if not lines and "\n" in value.strip("\n"):
            raise _refuse("invalid-value", "spans several lines", "Write it on one line.")

    return check


def _check_prose(value: str) -> None:
    _length_check(DESCRIPTION_MAX_LENGTH, lines=True)(value)
    for seen, most, what in (
        (_LINE_WITH_TEXT, DESCRIPTION_MAX_LINES, "lines with text"),
        (_OPENING_BRACKET, DESCRIPTION_MAX_BRACKETS, "opening brackets ([)"),
        (_MARKDOWN_SIGN, DESCRIPTION_MAX_SIGNS, "Markdown characters (* _ ` [ ] < ~)"),
    ):
        if (number := len(seen.findall(value))) > most:
            reason = f"has {number:,} {what}, but at most {most:,} are allowed"
            raise _refuse("invalid-value", reason, _FEW_WORDS, is_size=True)


def _check_name(value: str) -> None:
    _length_check(NAME_MAX_LENGTH)(value)
    _check_refusal(SPACED_NAME, value, suggestion=" ".join(value.split()))


def _address_check(fault_of: Callable[[str], AddressFault | None]) -> Callable[[str], None]:
    def check(value: str) -> None:
        _length_check(ADDRESS_MAX_LENGTH)(value)
        if fault := fault_of(value):
            raise _refuse(fault.rule, fault.message, fault.hint, fault.suggestion)

    return check


def _check_refusal(refusal: Refusal, value: str, suggestion: str = "") -> None:
    if reason := refusal.reason_against(value):
        raise _refuse("invalid-value", reason, refusal.hint, suggestion)


def _check_date(value: str) -> None:
    hint = "Write the date as year-month-day, for example 2026-05-04."
    if not re.fullmatch(DATE_PATTERN, value, re.ASCII):
        raise _refuse("invalid-value", "isn't a date", hint)
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        raise _refuse("invalid-value", "isn't a day in the calendar", hint) from None


def _check_login(value: str) -> None:
    _check_refusal(NO_LOGIN, value)


def _check_identifier(value: str) -> None:
    if not re.fullmatch(ID_PATTERN, value, re.ASCII) or len(value) > ID_MAX_LENGTH:
        hint = "Use lowercase letters, digits, and single hyphens."
        raise _refuse("invalid-value", "isn't a valid identifier", hint)


def _schema(pattern: str, message: str, **bounds: object) -> WithJsonSchema:
    """Return the JSON Schema of a text, with what editors say about one that does not match."""
    return WithJsonSchema(
        {"type": "string", "pattern": pattern, "patternErrorMessage": message, **bounds}
    )


Name = Annotated[
    str,
    _unless_draft(_check_name),
    _schema(NAME_PATTERN, "Write it on one line, with single spaces.", maxLength=NAME_MAX_LENGTH),
]
OneLineText = Annotated[
    str,
    _unless_draft(_length_check(LINE_MAX_LENGTH)),
    _schema(LINE_PATTERN, "Write it on one line.", maxLength=LINE_MAX_LENGTH),
]
MarkdownText = Annotated[
    str,
    _unless_draft(_check_prose),
    _schema(PROSE_PATTERN, "Write at least one sentence.", maxLength=DESCRIPTION_MAX_LENGTH),
]
WebAddress = Annotated[
    str,
    _unless_draft(_address_check(web_address_fault)),
    _schema(
        HTTPS_PATTERN,
        "Write the full address, starting with https://.",
        maxLength=ADDRESS_MAX_LENGTH,
    ),
]
Contact = Annotated[
    str,
    _unless_draft(_address_check(contact_fault)),
    _schema(
        # One pattern instead of a choice of two, so that editors show the description of the key.
        f"{HTTPS_PATTERN}|{EMAIL_PATTERN}",
        "Write an https address or one e-mail address.",
        maxLength=ADDRESS_MAX_LENGTH,
    ),
]
Day = Annotated[
    str,
    _unless_draft(_check_date),
    _schema(DATE_PATTERN, "Write year-month-day, for example 2026-05-04.", format="date"),
]
Login = Annotated[
    str,
    _unless_draft(_check_login),
    _schema(LOGIN_PATTERN, NO_LOGIN.hint, maxLength=LOGIN_MAX_LENGTH),
]
Identifier = Annotated[
    str,
    _unless_draft(_check_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": ID_MAX_LENGTH}),
]


def _check_has_names(value: tuple[str, ...]) -> tuple[str, ...]:
    # Field(min_length=1) would also report a list as empty if all of its names were refused.
    if not value:
        raise _refuse("empty-value", "is empty", "Fill it in, or remove the key.")
    return value


Names = Annotated[
    tuple[Name, ...],
    Field(max_length=LIST_MAX_LENGTH, json_schema_extra={"minItems": 1}),
    AfterValidator(_check_has_names),
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
