"""Turns the errors of pydantic into messages for the author of an entry."""

from __future__ import annotations

import re
from collections.abc import Mapping as ReadOnly
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from catalog_tool.loader.limits import is_worth_a_guess
from catalog_tool.loader.schema.choice_repairs import choice_problem, choices_at, intended_login
from catalog_tool.loader.schema.date_repairs import intended_date
from catalog_tool.loader.schema.link_shapes import dash_between_keys
from catalog_tool.loader.schema.unknown_keys import keys_at, unknown_key_problem
from catalog_tool.loader.schema.unused_keys import says_nothing
from catalog_tool.loader.schema.value_repairs import (
    NO_CONTACT,
    NO_EMAIL_ADDRESS,
    NO_WEB_ADDRESS,
    IntendedValue,
    intended_contact,
    intended_email_address,
    intended_web_address,
)
from catalog_tool.loader.schema.wrong_shapes import KEYS, LIST, ONE_PER_LINE, TEXT, shape_repair
from catalog_tool.model.applications import GROUPS_TAG, LIST_TAG
from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Edit, ReplaceValue, Where
from catalog_tool.model.nodes import Mapping, Scalar, Sequence
from catalog_tool.model.partner import Partner
from catalog_tool.model.source import Source
from catalog_tool.text.phrases import shorten
from catalog_tool.text.refusals import first_refusal
from catalog_tool.text.urls.address import contact_fault
from catalog_tool.text.yaml_scalar import as_scalar

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_SHAPES = {Scalar: TEXT, Sequence: LIST, Mapping: KEYS}
_EXPECTED = {"string_type": TEXT, "tuple_type": LIST, "dict_type": KEYS, "model_type": KEYS}
_COMMENT = re.compile(r"[ \t]*(?P<text>#[^\n]*[^\s])")
_CONTACT_KEYS = frozenset({("website",), ("contact",)})
_SEEN_MAX_LENGTH = 60
_INTENDED = {
    "web": intended_web_address,
    "contact": intended_contact,
    "email": intended_email_address,
    "date": intended_date,
    "login": intended_login,
}
_NOT_AN_ADDRESS = {"web": NO_WEB_ADDRESS, "contact": NO_CONTACT, "email": NO_EMAIL_ADDRESS}


def schema_problem(
    detail: ErrorDetails,
    source: Source,
    model: type[BaseModel],
    meant_keys: ReadOnly[Where, str | None],
) -> Problem:
    """Return one schema error as a problem.

    Args:
        detail: the error of pydantic.
        source: the file.
        model: the model of the file.
        meant_keys: the keys that unknown keys are meant to be, by place.
    """
    where, on_key = place_of(detail)
    kind = detail["type"]
    if kind == "missing":
        return _missing(where, source, model)
    if kind == "extra_forbidden":
        return unknown_key_problem(where, source, model, meant_keys.get(where))
    node = source.node(where)
    is_choice = kind == "literal_error"
    if kind in _EXPECTED or (is_choice and not isinstance(node, Scalar)):
        return _wrong_shape(where, source, _EXPECTED.get(kind, TEXT), model)
    seen = node.value if isinstance(node, Scalar) and not on_key else str([*where, ""][-1])
    if "reason" in detail.get("ctx", {}):
        return _invalid_text(detail, source, where, model, on_key=on_key)
    if is_choice and seen.strip():
        choices = choices_at(where, detail["ctx"]["expected"], model)
        return choice_problem(where, seen, choices, model)
    return _invalid_value(detail, where, model)


def place_of(detail: ErrorDetails) -> tuple[Where, bool]:
    """Return where a schema error is in the data, and whether it is about the key there."""
    loc = detail["loc"]
    is_tagged = len(loc) > 1 and loc[0] == "applications" and loc[1] in {LIST_TAG, GROUPS_TAG}
    steps = (*loc[:1], *loc[2:]) if is_tagged else loc
    on_key = bool(steps) and steps[-1] == "[key]"
    return (steps[:-1] if on_key else steps), on_key


def _missing(where: Where, source: Source, model: type[BaseModel]) -> Problem:
    if fix := dash_between_keys(source, where):
        message = "The label and the address of one link have a dash each."
        hint = "Write only one dash for each link."
        return Problem(where[:-1], message, hint, fix, rule="missing-key")
    key = str(where[-1])
    field = keys_at(where, model)[key]
    example = f" For example: {key}: {_first(field.examples)}" if field.examples else ""
    is_contact = issubclass(model, Partner) and where in _CONTACT_KEYS
    rule = "missing-contact" if is_contact else "missing-key"
    message = f"The key {key!r} is missing."
    return Problem(where[:-1], message, f"Add {key!r}.{example}".rstrip(), rule=rule)


def _first(examples: list[Any]) -> str:
    """Return the first example as a value of YAML in one line."""
    return f"[{examples[0][0]}]" if isinstance(examples[0], list) else str(examples[0])


def _wrong_shape(where: Where, source: Source, expected: str, model: type[BaseModel]) -> Problem:
    node = source.node(where)
    if isinstance(node, Scalar) and not node.value:
        message = f"{_subject(where)} is empty. It must be {expected}."
        hint = ONE_PER_LINE if expected == LIST else _fill_in(where, model)
        return Problem(where, message, hint, rule="empty-value")
    if expected == LIST and isinstance(node, Scalar) and says_nothing(node.value):
        message = f"{_subject(where)} only says {_quote(node.value)}."
        return Problem(where, message, _fill_in(where, model), rule="placeholder-text")
    hint, fix = shape_repair(source, where, expected, model)
    seen = _SHAPES[type(node)] if node is not None else "nothing"
    message = f"{_subject(where)} must be {expected}, not {seen}."
    return Problem(where, message, hint, fix, rule="wrong-shape")


def _invalid_text(
    detail: ErrorDetails, source: Source, where: Where, model: type[BaseModel], *, on_key: bool
) -> Problem:
    node = source.node(where)
    seen = node.value if isinstance(node, Scalar) and not on_key else str(where[-1])
    if not seen.strip():
        return _empty_value(source, where, model)
    context = detail["ctx"]
    kind = context.get("kind", "")
    hint, meant = str(context["hint"]), _meant(where, seen, kind, str(context["suggestion"]))
    if kind in _NOT_AN_ADDRESS and is_worth_a_guess(where, seen):
        if problem := _wrapped_address(source, where):
            return problem
        has_value = meant and meant.value
        if not has_value and (other := first_refusal(_NOT_AN_ADDRESS[kind], seen)):
            message = f"{_quote(seen)} {other.reason}."
            return Problem(where, message, other.hint, rule=other.rule)
    reason, rule, fix = context["reason"], detail["type"], None
    if meant and meant.value:
        fix = ProposedFix(
            f"write {meant.value}", (ReplaceValue(where, meant.value),), meant.is_certain
        )
        hint = meant.hint or f"Write {meant.value}"
        if kind in _NOT_AN_ADDRESS and _is_among_text(meant.value, seen):
            reason, rule = "contains more than the address", "malformed-link"
    elif meant:
        hint = meant.hint
    return Problem(where, f"{_quote(seen)} {reason}.", hint, fix, on_key=on_key, rule=rule)


def _is_among_text(address: str, seen: str) -> bool:
    """Whether a text has the address as it is, and something else that isn't part of it."""
    before, found, after = seen.partition(address)
    has_more = bool(found and (before.strip() or after)) and not after.startswith("<")
    return has_more and before not in {"http://", "https://"}


def _wrapped_address(source: Source, where: Where) -> Problem | None:
    """Return the problem of an address that is split across two lines, or ``None``."""
    node = source.node(where)
    if not isinstance(node, Scalar) or "\n" not in source.text[node.start : node.end].strip():
        return None
    joined = "".join(node.value.split())
    if contact_fault(joined):
        return None
    end = node.end - (source.text[node.end - 1] == "\n")
    fix = ProposedFix("join the lines", (Edit(node.start, end, as_scalar(joined)),), safe=False)
    message = "The address is split across two lines."
    hint = f"Write it on one line, without a space: {joined}"
    return Problem(where, message, hint, fix, rule="malformed-link")


def _meant(where: Where, seen: str, kind: str, suggestion: str) -> IntendedValue | None:
    """Return the value that was meant instead of an invalid one, or ``None``."""
    is_guessed = kind in _INTENDED and is_worth_a_guess(where, seen)
    if is_guessed and (meant := _INTENDED[kind](seen)):
        return meant
    return IntendedValue(suggestion, is_certain=False) if suggestion else None


def _empty_value(source: Source, where: Where, model: type[BaseModel]) -> Problem:
    """Return the problem of a blank value; a comment after it was probably meant as the value."""
    node = source.node(where)
    comment = _COMMENT.match(source.text, node.start) if node else None
    if not comment:
        return Problem(where, _empty(where), _fill_in(where, model), rule="empty-value")
    written = as_scalar(comment.group("text"))
    change = Edit(*comment.span("text"), written)
    hint = f"A # starts a comment, which isn't published. If it's part of the text, write {written}"
    fix = ProposedFix("put the value in quotes", (change,), safe=False)
    return Problem(where, _empty(where), hint, fix, rule="empty-value")


def _invalid_value(detail: ErrorDetails, where: Where, model: type[BaseModel]) -> Problem:
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] in {"literal_error", "too_short"}:
        return Problem(where, _empty(where), _fill_in(where, model), rule="empty-value")
    if detail["type"] == "too_long":
        most = context["max_length"]
        message = f"{_subject(where)} has more than {most} values."
        if not where:
            message = f"The file has more than {most} fields."
        return Problem(where, message, f"Keep at most {most}.", rule="invalid-value")
    return Problem(where, f"{detail['msg']}.", rule="invalid-value")


def _fill_in(where: Where, model: type[BaseModel]) -> str:
    field = keys_at(where, model).get(str(where[-1]))
    return "Fill it in." if field and field.is_required() else "Fill it in, or remove it."


def _empty(where: Where) -> str:
    return f"{_subject(where)} is empty."


def _subject(where: Where) -> str:
    key = next((step for step in reversed(where) if isinstance(step, str)), "")
    return f"A value in {key!r}" if where and isinstance(where[-1], int) else repr(key)


def _quote(text: str) -> str:
    return repr(shorten(text, _SEEN_MAX_LENGTH))
