"""From a tree to a model: values that fit, and for those that do not, problems at their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from catalog_tool.change import Where
from catalog_tool.characters import hidden_characters
from catalog_tool.diagnostic import Problem
from catalog_tool.key_names import intended_key
from catalog_tool.link_shapes import dash_between_keys, label_for_key
from catalog_tool.model import Draft, Partner, Strict
from catalog_tool.nodes import Plain, Scalar, plain
from catalog_tool.schema_problems import known_keys, place_of, schema_problem
from catalog_tool.source import Source
from catalog_tool.values import DRAFT

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=Strict)


def validate(source: Source, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """Validate a file against a model.

    Args:
        source: the file; it must have a tree.
        model: the model that the file must fit.

    Returns:
        The value and no problems, or ``None`` and one problem for each mistake. A misfit that
        follows from another mistake is left out: a key that is only misspelled is not missing
        too, and a value that holds a hidden character is left to the rule about those.
    """
    try:
        return model.model_validate(_readable(source)), ()
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    misspelled = set(_misspelled_places(details, source, model))
    kept = (detail for detail in details if not _follows(detail, misspelled, source))
    return None, tuple(schema_problem(detail, source, model) for detail in kept)


def draft(source: Source, problems: tuple[Problem, ...]) -> Partner:
    """Return what can be read of a broken entry, so that the other rules can still look at it.

    Args:
        source: the file of the entry; it must have a tree.
        problems: what :func:`validate` found in it.

    Returns:
        A draft in which each refused text is empty and each value of the wrong shape is absent.
    """
    readable: Any = _readable(source)
    for problem in problems:
        readable = _without(readable, problem.where)
    try:
        return Draft.model_validate(readable, context=DRAFT)
    except ValidationError as error:
        misfits = {detail["loc"][0] for detail in error.errors(include_url=False)}
    fitting = {key: value for key, value in readable.items() if key not in misfits}
    return Draft.model_validate(fitting, context=DRAFT)


def _readable(source: Source) -> Plain:
    return plain(source.root) if source.root else {}


def _without(value: Plain, where: Where) -> Plain:
    if not where:
        return value
    step, rest = where[0], where[1:]
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        changed = _without(value[step], rest) if rest else ""
        return (*value[:step], changed, *value[step + 1 :])
    if not isinstance(value, dict) or step not in value:
        return value
    if rest or isinstance(value[str(step)], str):
        changed = _without(value[str(step)], rest) if rest else ""
        return {key: changed if key == step else child for key, child in value.items()}
    return {key: child for key, child in value.items() if key != step}


def _misspelled_places(
    details: Iterable[ErrorDetails], source: Source, model: type[Strict]
) -> Iterator[Where]:
    """Yield the places of the keys that unknown keys are meant to be."""
    for detail in details:
        where, _ = place_of(detail)
        if detail["type"] == "missing" and dash_between_keys(source, where):
            following = (where[0], int(where[1]) + 1)
            yield from ((*following, key) for key in ("label", "url"))
        if detail["type"] == "extra_forbidden":
            if label_for_key(source, where):
                yield from ((*where[:-1], key) for key in ("label", "url"))
            known = known_keys(where, source, model)
            if meant := intended_key(str(where[-1]), known):
                yield (*where[:-1], meant)


def _follows(detail: ErrorDetails, misspelled: set[Where], source: Source) -> bool:
    """Whether a misfit is the consequence of a mistake that is reported anyway."""
    where, on_key = place_of(detail)
    kind = detail["type"]
    if kind == "missing":
        return where in misspelled
    is_value = not on_key and kind != "extra_forbidden"
    node = source.node(where) if is_value else source.key(where)
    if not isinstance(node, Scalar):
        node = source.key(where)
    # As written, and as read: what is hidden can stand there as itself or as an escape.
    seen = [source.text[node.start : node.end], node.value] if node else [str(where[-1])]
    return any(next(hidden_characters(text), None) is not None for text in seen)
