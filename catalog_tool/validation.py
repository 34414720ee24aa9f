"""From a tree to a model: values that fit, and for those that do not, problems at their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from catalog_tool.change import RenameKey, ReplaceValue, Where
from catalog_tool.characters import hidden_characters
from catalog_tool.diagnostic import Problem, ProposedFix
from catalog_tool.model import Draft, Partner, Strict
from catalog_tool.nodes import Mapping, Node, Plain, Scalar, Sequence, child_at, plain
from catalog_tool.values import DRAFT, GROUPS_TAG, LIST_TAG

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=Strict)

_SHAPES = {Scalar: "text", Sequence: "a list", Mapping: "a group of keys"}
_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}
_CONTACT_KEYS = ("website", "contact")


def validate(root: Mapping, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """Validate a tree against a model.

    Args:
        root: the tree of one file.
        model: the model that the file must fit.

    Returns:
        The value and no problems, or ``None`` and one problem for each mistake. A misfit that
        follows from another mistake is left out: a key that is only misspelled is not missing
        too, and a value that holds a hidden character is left to the rule about those.
    """
    try:
        return model.model_validate(plain(root)), ()
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    misspelled = set(_misspelled_places(details, root, model))
    kept = (detail for detail in details if not _follows(detail, misspelled, root))
    return None, tuple(_problem(detail, root, model) for detail in kept)


def intended_key(key: str, known: Iterable[str]) -> str | None:
    """Return the known key that a misspelled one is meant to be, or ``None``."""
    spelled = key.strip().lower().replace(" ", "_").replace("-", "_")
    near = get_close_matches(spelled, [*known], 1)
    return near[0] if near else None


def draft(root: Mapping, problems: tuple[Problem, ...]) -> Partner:
    """Return what can be read of a broken entry, so that the other rules can still look at it.

    Args:
        root: the tree of the entry.
        problems: what :func:`validate` found in it.

    Returns:
        A draft in which each refused text is empty and each value of the wrong shape is absent.
    """
    readable: Any = plain(root)
    for problem in problems:
        readable = _without(readable, problem.where)
    try:
        return Draft.model_validate(readable, context=DRAFT)
    except ValidationError as error:
        misfits = {detail["loc"][0] for detail in error.errors(include_url=False)}
    fitting = {key: value for key, value in readable.items() if key not in misfits}
    return Draft.model_validate(fitting, context=DRAFT)


def _without(value: Plain, where: Where) -> Any:  # noqa: ANN401 - any shape that YAML can have
    if not where:
        return value
    step, rest = where[0], where[1:]
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        changed = _without(value[step], rest) if rest else ""
        return (*value[:step], changed, *value[step + 1 :])
    if not isinstance(value, dict) or step not in value:
        return value
    kept = {key: child for key, child in value.items() if key != step}
    if rest or isinstance(value[step], str):
        changed = _without(value[step], rest) if rest else ""
        return {key: changed if key == step else child for key, child in value.items()}
    return kept


def _misspelled_places(
    details: Iterable[ErrorDetails], root: Mapping, model: type[Strict]
) -> Iterator[Where]:
    """Yield the places of the keys that unknown keys are meant to be."""
    for detail in details:
        where, _ = _place(detail["loc"])
        if detail["type"] == "extra_forbidden":
            known = _known_keys(where, root, model)
            if meant := intended_key(str(where[-1]), known):
                yield (*where[:-1], meant)


def _follows(detail: ErrorDetails, misspelled: set[Where], root: Mapping) -> bool:
    """Whether a misfit is the consequence of a mistake that is reported anyway."""
    where, on_key = _place(detail["loc"])
    if detail["type"] == "missing":
        return where in misspelled
    node = _node(root, where)
    is_value = isinstance(node, Scalar) and not on_key and detail["type"] != "extra_forbidden"
    seen = node.value if isinstance(node, Scalar) and is_value else str(where[-1])
    return next(hidden_characters(seen), None) is not None


def _problem(detail: ErrorDetails, root: Mapping, model: type[Strict]) -> Problem:
    where, on_key = _place(detail["loc"])
    kind = detail["type"]
    if kind == "missing":
        return _missing(where, model)
    if kind == "extra_forbidden":
        return _unknown_key(where, root, model)
    node = _node(root, where)
    if kind in _EXPECTED:
        return _wrong_shape(where, node, _EXPECTED[kind])
    return _refused_value(detail, where, node, on_key=on_key)


def _place(loc: tuple[int | str, ...]) -> tuple[Where, bool]:
    steps = [step for n, step in enumerate(loc) if not (n == 1 and _is_union_tag(loc))]
    on_key = bool(steps) and steps[-1] == "[key]"
    return tuple(steps[:-1] if on_key else steps), on_key


def _is_union_tag(loc: tuple[int | str, ...]) -> bool:
    return loc[0] == "applications" and loc[1] in {LIST_TAG, GROUPS_TAG}


def _node(root: Mapping, where: Where) -> Node | None:
    node: Node | None = root
    for step in where:
        node = child_at(node, step)
    return node


def _missing(where: Where, model: type[Strict]) -> Problem:
    key = str(where[-1])
    is_contact = model is Partner and where in {("website",), ("contact",)}
    field = _model_at(where, model).model_fields[key]
    example = f" For example: {key}: {field.examples[0]}" if field.examples else ""
    message = f"The key {key!r} is missing."
    rule = "missing-contact" if is_contact else "missing-key"
    return Problem(where[:-1], message, f"Add {key!r}.{example}".rstrip(), rule=rule)


def _unknown_key(where: Where, root: Mapping, model: type[Strict]) -> Problem:
    key = str(where[-1])
    known = _known_keys(where, root, model)
    meant = intended_key(key, known)
    fix = ProposedFix(f"rename to {meant}", (RenameKey(where, meant),)) if meant else None
    hint = f"Did you mean {meant!r}?" if meant else f"Known keys: {', '.join(known)}."
    message = f"The key {key!r} is not known here."
    return Problem(where, message, hint, fix, on_key=True, rule="unknown-key")


def _known_keys(where: Where, root: Mapping, model: type[Strict]) -> list[str]:
    present = _node(root, where[:-1])
    taken = {key.value for key, _ in present.pairs} if isinstance(present, Mapping) else set()
    return [name for name in _model_at(where, model).model_fields if name not in taken]


def _model_at(where: Where, model: type[Strict]) -> type[Strict]:
    """Return the model of the mapping whose key stands at a place."""
    for step in where[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            model = _nested_model(model.model_fields[step].annotation) or model
    return model


def _nested_model(annotation: Any) -> Any:  # noqa: ANN401 - typing constructs have no common type
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return annotation
    nested = (_nested_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in nested if model is not None), None)


def _wrong_shape(where: Where, node: Node | None, expected: str) -> Problem:
    key = next((str(step) for step in reversed(where) if isinstance(step, str)), "The file")
    seen = _SHAPES[type(node)] if node is not None else "nothing"
    if isinstance(node, Scalar) and not node.value:
        return Problem(where, f"{key!r} is empty; it must be {expected}.", rule="empty-value")
    message = f"{key!r} must be {expected}, not {seen}."
    hint = "Write one value a line, each after '- '." if expected == "a list" else ""
    return Problem(where, message, hint, rule="wrong-shape")


def _refused_value(
    detail: ErrorDetails, where: Where, node: Node | None, *, on_key: bool
) -> Problem:
    context = detail.get("ctx", {})
    seen = node.value if isinstance(node, Scalar) and not on_key else str(where[-1])
    if "reason" not in context:
        return _refused_by_pydantic(detail, where, seen)
    suggestion = str(context.get("suggestion", ""))
    fix = None
    if suggestion:
        fix = ProposedFix(f"write {suggestion}", (ReplaceValue(where, suggestion),), safe=False)
    message = f"{_shorten(seen)} {context['reason']}." if seen.strip() else _empty(where)
    return Problem(where, message, str(context["hint"]), fix, on_key=on_key, rule=detail["type"])


def _refused_by_pydantic(detail: ErrorDetails, where: Where, seen: str) -> Problem:
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        near = get_close_matches(seen.lower(), _quoted(str(context["expected"])), 1)
        hint = f"Did you mean {near[0]!r}? " if near else ""
        fix = ProposedFix(f"write {near[0]}", (ReplaceValue(where, near[0]),)) if near else None
        hint = f"{hint}Choose from: {context['expected']}."
        message = f"{_shorten(seen)} is not one of the known values."
        return Problem(where, message, hint, fix, rule="invalid-value")
    if detail["type"] == "too_short":
        return Problem(where, _empty(where), "Fill it in, or remove the key.", rule="empty-value")
    if detail["type"] == "too_long":
        most = context["max_length"]
        message = f"{_key(where)!r} has more than {most} values."
        return Problem(where, message, f"Keep at most {most}.", rule="invalid-value")
    return Problem(where, f"{detail['msg']}.", rule="invalid-value")


def _quoted(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").replace("'", "").split(", ")


def _empty(where: Where) -> str:
    return f"{_key(where)!r} is empty."


def _key(where: Where) -> str:
    return next((step for step in reversed(where) if isinstance(step, str)), "value")


def _shorten(text: str, most: int = 60) -> str:
    return repr(text if len(text) <= most else f"{text[: most - 1]}…")
