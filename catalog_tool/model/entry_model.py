"""The model of the entries of one catalog: the core keys, then the catalog's own fields.

The JSON Schema, the format reference, the ``new`` template, and the forms are generated from it,
so a field of the owner works wherever a core key does.
"""

from __future__ import annotations

import re
from copy import copy
from functools import cache, lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import ConfigDict, Field, RootModel, create_model

from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.messages import Messages
from catalog_tool.model.partner import OWN_PREFIX, REQUIRED, DraftPartner, Partner, RequiredKey
from catalog_tool.model.values import has_values, refuse, unless_draft
from catalog_tool.model.wording import Nouns
from catalog_tool.text.ordering import ID_MAX_LENGTH, fold

MOST_FIELDS = 40
MOST_IN_A_LIST = 20
Model = TypeVar("Model", bound=Partner)
_NO_NOUNS = Nouns()
_KEY_PATTERN = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
APPLICATIONS_OR_REACH = (
    f"{Partner.model_fields['applications'].description} "
    "Required unless another key says how you reach any application."
)
"""What the key ``applications`` means in a catalog with a field that can replace it."""
MEANINGS = "x-meanings"
"""Where the schema of the model has what the values of a choice mean, for readers of a schema."""
_LATER = frozenset("all categories category fields id q schema status tags".split())
"""Keys that a later version of the program may read itself."""


def _check_key(key: str) -> None:
    if not re.fullmatch(_KEY_PATTERN, key, re.ASCII) or len(key) > ID_MAX_LENGTH:
        hint = "Use lowercase letters, digits, and single underscores, and start with a letter."
        meant = re.sub("[^a-z0-9]+", "_", fold(key)).strip("_0123456789")
        is_free = meant and meant not in {*Partner.by_key(), *_LATER}
        hint = f"Write {meant}. {hint}" if is_free else hint
        raise refuse("invalid-value", "can't be the key of a field", hint)
    if key in Partner.by_key():
        hint = "Choose another one. Each catalog has this key already."
        raise refuse("invalid-value", "is a key of every entry", hint)
    if key in _LATER:
        hint = "Choose another one. A later version of the program may use this key itself."
        raise refuse("invalid-value", "is a reserved key", hint)


class Fields(RootModel[dict[str, FieldDefinition]]):
    """All own fields of a catalog by key, in the order in which entries have them."""

    model_config = ConfigDict(strict=True, frozen=True, defer_build=True)
    root: dict[Annotated[str, unless_draft(_check_key)], FieldDefinition] = Field(
        default_factory=dict, max_length=MOST_FIELDS
    )

    def in_words(self, words: Messages) -> Fields:
        """Return the fields with the program's own names of values in the catalog's language."""
        names = {"yes": words.gettext("Yes"), "no": words.gettext("No")}
        return Fields({key: field.with_names(names) for key, field in self.root.items()})


@cache
def partner_model(required: tuple[RequiredKey, ...], nouns: Nouns = _NO_NOUNS) -> type[Partner]:
    """Return the model of the entries of a catalog.

    Args:
        required: the keys that its owner requires besides the name and the website.
        nouns: what its owner calls partners and applications.
    """
    if {*required} == {*REQUIRED} and not nouns.keys:
        return Partner
    fields = {key: copy(Partner.model_fields[key]) for key in REQUIRED if key not in required}
    for key, field in fields.items():
        if key != "applications":
            field.default = ""
    typed: dict[str, Any] = {key: (field.annotation, field) for key, field in fields.items()}
    model = create_model("Partner", __base__=Partner, __doc__=Partner.__doc__, **typed)
    model.required = tuple(key for key in REQUIRED if key in required)
    model.own_nouns = nouns.keys
    return model


def entry_model(
    base: type[Partner], fields: Fields, *, are_all_known: bool = True
) -> type[Partner]:
    """Return the model of the entries of a catalog.

    Args:
        base: the core keys, and those that the catalog requires.
        fields: the catalog's own fields.
        are_all_known: whether every own field could be read; if not, any other key may be one.
    """
    return _extended(base, fields, extra="forbid" if are_all_known else "ignore")


def knows_all_fields(model: type[Partner]) -> bool:
    """Return whether every own field of a catalog could be read, so that the model is complete."""
    return model.model_config.get("extra") == "forbid"


@lru_cache(maxsize=4)  # making one takes longer than reading an entry
def draft_model(model: type[Partner]) -> type[DraftPartner]:
    """Return the model of what can be read of a broken entry."""
    return _extended(DraftPartner, Fields(dict(model.own_fields)), is_draft=True)


def _extended(
    base: type[Model], fields: Fields, *, extra: str = "forbid", is_draft: bool = False
) -> type[Model]:
    if not fields.root and extra == "forbid":
        return base
    own: dict[str, Any] = {
        OWN_PREFIX + key: _field(key, definition, is_required=definition.required and not is_draft)
        for key, definition in fields.root.items()
    }
    is_replaceable = any(each.reaches_any_application for each in fields.root.values())
    if is_replaceable and "applications" in base.required:
        own["applications"] = _applications_or_reach()
    model = create_model(
        base.__name__, __base__=base, __doc__=base.__doc__, __cls_kwargs__={"extra": extra}, **own
    )
    model.own_fields = fields.root
    return model


def _applications_or_reach() -> tuple[Any, Any]:
    """Return the key ``applications`` of a catalog in which a field can replace it."""
    field = copy(Partner.model_fields["applications"])
    field.description = APPLICATIONS_OR_REACH
    return field.annotation, field


def _field(key: str, definition: FieldDefinition, *, is_required: bool) -> tuple[Any, Any]:
    value: Any = definition.annotation
    about: dict[str, Any] = {
        "alias": key,
        "title": definition.label,
        "description": definition.help or f"{definition.label}.",
        "examples": [[definition.example] if definition.multiple else definition.example],
    }
    extra: dict[str, Any] = {MEANINGS: definition.meanings}
    if not definition.multiple:
        about["json_schema_extra"] = extra
        return (value, Field(**about)) if is_required else (value | None, Field(None, **about))
    listed: Any = tuple.__class_getitem__((value, ...))
    most = len(definition.choices) or MOST_IN_A_LIST
    if is_required:
        needed = Annotated[listed, has_values("Fill it in.")]
        return needed, Field(max_length=most, json_schema_extra=extra | {"minItems": 1}, **about)
    return listed, Field((), max_length=most, json_schema_extra=extra, **about)
