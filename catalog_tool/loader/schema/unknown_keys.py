"""Keys that entries don't have: what their author meant, and where the value belongs."""

from __future__ import annotations

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from catalog_tool.loader.schema.key_aliases import is_certain, names_of_own, no_key_hint
from catalog_tool.loader.schema.link_shapes import as_link, label_for_key
from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import RenameKey, Where
from catalog_tool.model.nodes import Mapping, Node, Scalar, Sequence
from catalog_tool.model.partner import Partner
from catalog_tool.model.source import Source
from catalog_tool.model.strict import Strict
from catalog_tool.text.phrases import shorten
from catalog_tool.text.urls.address import email_address_fault, web_address_fault

_RULE = "unknown-key"
_MOST_SHOWN = 60
_LONGEST_NAME = 60  # in characters; a longer text is a description
_MAINTAINERS_HINT = (
    "If these people may change the entry, write 'maintainers' with their GitHub logins. If not, "
    "remove it."
)


def unknown_key_problem(
    where: Where, source: Source, model: type[BaseModel], meant: str | None
) -> Problem:
    """Return the problem of a key that its mapping doesn't have.

    Args:
        where: the key.
        source: the file.
        model: the model of the file.
        meant: the key that it is meant to be, if any.
    """
    key = str(where[-1])
    shown = repr(shorten(key, _MOST_SHOWN))
    if fix := label_for_key(source, where):
        message = f"{shown} is used as a key, but a link has only the keys label and url."
        hint = f"Write 'label: {key}', and write the address after 'url:'."
        return Problem(where, message, hint, fix, on_key=True, rule=_RULE)
    message = f"{shown} isn't a valid key."
    if (
        meant in {None, "links"}
        and issubclass(model, Partner)
        and (fix := as_link(source, where, model.by_key()))
    ):
        hint = f"Give the address as one of the 'links', with the label {fix.title!r}."
        fix = ProposedFix("make it a link", fix.changes, safe=False)
        return Problem(where, message, hint, fix, on_key=True, rule=_RULE)
    if meant is None:
        fields, missing = keys_at(where, model), known_keys(where, source, model)
        hint = no_key_hint(key, missing, fields, names_of_own(model))
        return Problem(where, message, hint, on_key=True, rule=_RULE)
    certain = is_certain(key, meant, names_of_own(model))
    if meant == "maintainers" and not certain:
        return Problem(where, message, _MAINTAINERS_HINT, on_key=True, rule=_RULE)
    fix = ProposedFix(f"rename to {meant}", (RenameKey(where, meant),), certain)
    return Problem(where, message, f"Did you mean {meant!r}?", fix, on_key=True, rule=_RULE)


def kind_of(node: Node | None) -> str:
    """Return the key whose values look like this one, or ``""``, whatever its own key is."""
    if isinstance(node, Sequence):
        is_names = all(isinstance(child, Scalar) for child in node.children)
        return "applications" if node.children and is_names else ""
    if not isinstance(node, Scalar) or not node.value:
        return ""
    if not web_address_fault(node.value):
        return "website"
    if not email_address_fault(node.value):
        return "contact"
    is_text = "\n" in node.value or len(node.value) > _LONGEST_NAME
    return "description" if is_text else "name"


def known_keys(where: Where, source: Source, model: type[BaseModel]) -> list[str]:
    """Return the keys that the mapping of an unknown key could have but doesn't have yet."""
    present = source.node(where[:-1])
    names = keys_at(where, model)
    if not isinstance(present, Mapping):
        return [*names]
    return [name for name in names if present.find(name) is None]


def keys_at(where: Where, model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the keys that the mapping with the key at a place can have."""
    steps = where[:-1]
    if issubclass(model, RootModel):
        model, steps = _nested_model(model.model_fields["root"].annotation) or model, steps[1:]
    for step in steps:
        if isinstance(step, str) and step in model.model_fields:
            model = _nested_model(model.model_fields[step].annotation) or model
    return model.by_key() if issubclass(model, Strict) else {}


def _nested_model(annotation: object) -> type[Strict] | None:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return annotation
    nested = (_nested_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in nested if model is not None), None)
