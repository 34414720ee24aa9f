"""Validates a tree against a model; each value that doesn't fit becomes a problem at its place."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from catalog_tool.loader.schema.unused_keys import UNUSED_KEY, unused_keys
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.edits import Where
from catalog_tool.model.entry_model import Fields, draft_model
from catalog_tool.model.nodes import Plain, plain
from catalog_tool.model.partner import Partner
from catalog_tool.model.source import Source
from catalog_tool.model.values import DRAFT

Model = TypeVar("Model", bound=BaseModel)


def validate(source: Source, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """Validate a file against a model.

    Args:
        source: the file; it must have a tree.
        model: the model that the file must fit.

    Returns:
        The value or ``None``, and one problem for each mistake. An error that follows from another
        mistake is left out: a misspelled key isn't missing too, and a value with a hidden character
        is left to the rule about those. Optional keys without a value are problems, but the rest
        still is a value.
    """
    unused = tuple(unused_keys(source, model)) if issubclass(model, Partner) else ()
    try:
        return model.model_validate(_readable(source, unused)), unused
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    from catalog_tool.loader.schema.root_causes import schema_problems  # noqa: PLC0415 - most files have none

    return None, (*unused, *schema_problems(details, source, model))


def draft(source: Source, problems: tuple[Problem, ...], model: type[Partner] = Partner) -> Partner:
    """Return what can be read of a broken entry, so that the other rules can still check it.

    Args:
        source: the file of the entry; it must have a tree.
        problems: what :func:`validate` found in it.
        model: the model of the entry.

    Returns:
        A draft in which each invalid text is empty and each value of the wrong shape is missing.
    """
    readable: Any = _kept(_readable(source, problems), (), {problem.where for problem in problems})
    drafts = draft_model(model)
    try:
        return drafts.model_validate(readable, context=DRAFT)
    except ValidationError as error:
        refused = {detail["loc"][0] for detail in error.errors(include_url=False)}
    fitting = {key: value for key, value in readable.items() if key not in refused}
    return drafts.model_validate(fitting, context=DRAFT)


def readable_fields(source: Source, problems: tuple[Problem, ...]) -> Fields:
    """Return those of a catalog's own fields in which :func:`validate` found no problem.

    Args:
        source: the file of the fields.
        problems: what is wrong with it.
    """
    refused = {step for problem in problems for step in problem.where[:1]}
    if not all(problem.where for problem in problems):
        return Fields()
    fields = _readable(source, problems)
    return Fields.model_validate({key: each for key, each in fields.items() if key not in refused})


def _readable(source: Source, problems: tuple[Problem, ...]) -> dict[str, Plain]:
    """Return the data of a file without its unused keys."""
    unused = {problem.where[0] for problem in problems if problem.rule == UNUSED_KEY}
    pairs = source.root.pairs if source.root else ()
    return {key.value: plain(node) for key, node in pairs if key.value not in unused}


def _kept(value: Plain, where: Where, refused: AbstractSet[Where]) -> Plain:
    """Return a value in which refused texts are empty and refused values of keys are missing."""
    if isinstance(value, tuple):
        places = ((*where, position) for position in range(len(value)))
        return tuple(
            "" if place in refused else _kept(child, place, refused)
            for place, child in zip(places, value, strict=True)
        )
    if isinstance(value, str):
        return value
    return {
        key: "" if (*where, key) in refused else _kept(child, (*where, key), refused)
        for key, child in value.items()
        if isinstance(child, str) or (*where, key) not in refused
    }
