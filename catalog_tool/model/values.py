"""The kinds of values in an entry, each with its check and its JSON Schema.

A check that refuses a value raises an error with the *name of the rule* that explains it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema
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
SUMMARY_MAX_LENGTH = 160
LOGIN_MAX_LENGTH = 39  # GitHub's own limit
LIST_MAX_LENGTH = 2_000

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
NO_LOGIN = Refusal(
    rf"^(?![^\n]{{1,{LOGIN_MAX_LENGTH}}}\Z)|^(?!{LOGIN_PATTERN[1:-1]}\Z)",
    "isn't a GitHub login",
    "Write the login without @.",
)
_FEW_WORDS = "Shorten it. Your website has room for the rest."
# Possessive and only from the start of a line, because blanks would take quadratic time.
_LINE_WITH_TEXT = re.compile(r"(?m)^[^\S\n]*+\S")


def unless_draft(check: Callable[[str], None], kind: str = "") -> AfterValidator:
    """Run ``check`` on a value, except in the draft of a broken entry.

    Args:
        check: raises an error for a value that it refuses.
        kind: what such values are, for those who look for the value that was meant.
    """

    def validate(value: str, info: ValidationInfo) -> str:
        if info.context is DRAFT:
            return value
        try:
            check(value)
        except PydanticCustomError as error:
            context = {**(error.context or {}), "kind": kind}
            raise PydanticCustomError(error.type, "{reason}", context) from None
        return value

    return AfterValidator(validate)


DRAFT = object()
"""Validation context of a draft: its values were checked before, and refused ones are empty."""


def refuse(
    rule: str, message: str, hint: str, suggestion: str = "", *, is_size: bool = False
) -> PydanticCustomError:
    """Return the error of a value that a rule refuses.

    Args:
        rule: name of the rule that explains it.
        message: what is wrong with the value, to follow it in a sentence.
        hint: what to write instead.
        suggestion: the value that was probably meant.
        is_size: whether it is too long to be read by any rule.
    """
    advice = {"hint": hint, "suggestion": suggestion, "is_size": is_size}
    return PydanticCustomError(rule, "{reason}", {"reason": message, **advice})


def length_check(most: int, *, lines: bool = False) -> Callable[[str], None]:
    """Return a check for texts of at most so many characters, on one line unless ``lines``."""

    def check(value: str) -> None:
        if not value.strip():
            raise refuse("empty-value", "is empty", "Fill it in, or remove the key.")
        if len(value) > most:
            size = f"has {len(value)} characters, but at most {most} are allowed"
            raise refuse("invalid-value", size, "Shorten it.", is_size=True)
        if not lines and "\n" in value.strip("\n"):
            raise refuse("invalid-value", "spans several lines", "Write it on one line.")

    return check


_check_name_length = length_check(NAME_MAX_LENGTH)
_check_address_length = length_check(ADDRESS_MAX_LENGTH)
_check_prose_length = length_check(DESCRIPTION_MAX_LENGTH, lines=True)


def _check_prose(value: str) -> None:
    _check_prose_length(value)
    for seen, most, what in (
        (_LINE_WITH_TEXT, DESCRIPTION_MAX_LINES, "lines with text"),
        (_OPENING_BRACKET, DESCRIPTION_MAX_BRACKETS, "opening brackets ([)"),
        (_MARKDOWN_SIGN, DESCRIPTION_MAX_SIGNS, "Markdown characters (* _ ` [ ] < ~)"),
    ):
        if (number := len(seen.findall(value))) > most:
            reason = f"has {number:,} {what}, but at most {most:,} are allowed"
            raise refuse("invalid-value", reason, _FEW_WORDS, is_size=True)


def _check_name(value: str) -> None:
    _check_name_length(value)
    if SPACED_NAME.refuses(value):
        _check_refusal(SPACED_NAME, value, suggestion=" ".join(value.split()))


def address_check(fault_of: Callable[[str], AddressFault | None]) -> Callable[[str], None]:
    """Return a check for addresses in which ``fault_of`` finds no fault."""

    def check(value: str) -> None:
        _check_address_length(value)
        if fault := fault_of(value):
            raise refuse(fault.rule, fault.message, fault.hint, fault.suggestion)

    return check


def _check_refusal(refusal: Refusal, value: str, suggestion: str = "") -> None:
    if reason := refusal.reason_against(value):
        raise refuse("invalid-value", reason, refusal.hint, suggestion)


def _check_date(value: str) -> None:
    hint = "Write the date as year-month-day, for example 2026-05-04."
    if not re.fullmatch(DATE_PATTERN, value, re.ASCII):
        raise refuse("invalid-value", "isn't a date", hint)
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        raise refuse("invalid-value", "isn't a day in the calendar", hint) from None


def _check_login(value: str) -> None:
    _check_refusal(NO_LOGIN, value)


def _check_identifier(value: str) -> None:
    if not re.fullmatch(ID_PATTERN, value, re.ASCII) or len(value) > ID_MAX_LENGTH:
        hint = "Use lowercase letters, digits, and single hyphens."
        raise refuse("invalid-value", "isn't a valid identifier", hint)


def text_schema(pattern: str, message: str, **bounds: object) -> WithJsonSchema:
    """Return the JSON Schema of a text, with what editors say about one that does not match."""
    return WithJsonSchema(
        {"type": "string", "pattern": pattern, "patternErrorMessage": message, **bounds}
    )


Name = Annotated[
    str,
    unless_draft(_check_name),
    text_schema(
        NAME_PATTERN, "Write it on one line, with single spaces.", maxLength=NAME_MAX_LENGTH
    ),
]
OneLineText = Annotated[
    str,
    unless_draft(length_check(LINE_MAX_LENGTH)),
    text_schema(LINE_PATTERN, "Write it on one line.", maxLength=LINE_MAX_LENGTH),
]
Summary = Annotated[
    str,
    unless_draft(length_check(SUMMARY_MAX_LENGTH)),
    text_schema(LINE_PATTERN, "Write it on one line.", maxLength=SUMMARY_MAX_LENGTH),
]
MarkdownText = Annotated[
    str,
    unless_draft(_check_prose),
    text_schema(PROSE_PATTERN, "Write at least one sentence.", maxLength=DESCRIPTION_MAX_LENGTH),
]
WebAddress = Annotated[
    str,
    unless_draft(address_check(web_address_fault), "web"),
    text_schema(
        HTTPS_PATTERN,
        "Write the full address, starting with https://.",
        maxLength=ADDRESS_MAX_LENGTH,
    ),
]
Contact = Annotated[
    str,
    unless_draft(address_check(contact_fault), "contact"),
    text_schema(
        # One pattern instead of a choice of two, so that editors show the description of the key.
        f"{HTTPS_PATTERN}|{EMAIL_PATTERN}",
        "Write an https address or one email address.",
        maxLength=ADDRESS_MAX_LENGTH,
    ),
]
Day = Annotated[
    str,
    unless_draft(_check_date, "date"),
    text_schema(DATE_PATTERN, "Write year-month-day, for example 2026-05-04.", format="date"),
]
Login = Annotated[
    str,
    unless_draft(_check_login, "login"),
    text_schema(LOGIN_PATTERN, NO_LOGIN.hint, maxLength=LOGIN_MAX_LENGTH),
]
Identifier = Annotated[
    str,
    unless_draft(_check_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": ID_MAX_LENGTH}),
]


def has_values(hint: str = "Fill it in, or remove the key.") -> AfterValidator:
    """Return a check that a list isn't empty.

    Field(min_length=1) would also report a list as empty if all of its values were refused.
    """

    def check(value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise refuse("empty-value", "is empty", hint)
        return value

    return AfterValidator(check)
