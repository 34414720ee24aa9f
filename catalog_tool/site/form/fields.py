"""The fields of the form for a new entry: one for each key of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.entry_model import APPLICATIONS_OR_REACH
from catalog_tool.model.fields import NUMBER_PATTERN, TEXT_EXAMPLE, FieldValue
from catalog_tool.model.messages import Messages
from catalog_tool.model.partner import Link, Partner
from catalog_tool.model.publication import Publication
from catalog_tool.model.strict import Strict
from catalog_tool.model.values import (
    DESCRIPTION_MAX_LENGTH,
    EMAIL_PATTERN,
    HTTPS_PATTERN,
    LOGIN_PATTERN,
    NAME_MAX_LENGTH,
)

# A contact can also be a web address, so it comes first.
_KINDS_BY_PATTERN = {
    EMAIL_PATTERN: "contact",
    HTTPS_PATTERN: "web",
    LOGIN_PATTERN: "login",
    NUMBER_PATTERN: "number",
}
_KINDS_BY_KEY = {
    "name": "partner",
    "description": "markdown",
    "applications": "application",
    "applications_note": "markdown",
    "logo": "logo",
}
_KEYS_IN_WORDS = {"applications_note", "description", "summary", "tested_by"}
GROUPS_HELP = (
    "To group names under a heading, write the heading on a line that ends in a colon, "
    "such as \u201cFinance:\u201d, and the names below it."
)
"""How the values of a field with groups are typed."""
_LABELS = {
    "applications_note": "Note on the applications",
    "applications_url": "Full list of applications",
    "url": "URL",
}
"""Labels that differ from the key."""
_NOUN = re.compile(r"\b(applications?|partners?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a list can have, with its label and meaning from the vocabulary."""

    value: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form.

    Attributes:
        key: the key of the entry.
        label: the name of the field for readers.
        demand: ``required``, ``optional``, or ``alternative`` if one of several is required.
        meaning: what it is for.
        example: an example value; empty if there are choices.
        control: ``line``, ``text``, ``date``, ``lines`` (a value each), ``choice``, ``choices``, or
            ``links``.
        kind: how a value is checked during typing.
        most: maximum number of characters; 0 if its kind limits it.
        choices: the values to choose from.
        has_groups: whether the values can be grouped under headings.
        is_own: whether the owner of the catalog defined it, so that its texts aren't messages.
    """

    key: str
    label: str
    demand: str
    meaning: str
    example: str
    control: str
    kind: str
    most: int
    choices: tuple[Choice, ...] = ()
    has_groups: bool = False
    is_own: bool = False

    @property
    def is_needed(self) -> bool:
        """Whether an entry needs it, or another one instead."""
        return self.demand != "optional"


def entry_fields(catalog: Catalog) -> tuple[Field, ...]:
    """Return a field for each key of an entry, in the order of the format."""
    model = catalog.entry_model
    schemas = model.model_json_schema()["properties"]
    return tuple(_field(key, demand(key, model), schemas[key], catalog) for key in model.by_key())


def issue_fields(publication: Publication) -> tuple[Field, ...]:
    """Return the fields that an issue can answer, in the language of the catalog.

    These are all but the logo, which is a file.
    """
    words = publication.words
    fields = [field for field in entry_fields(publication.catalog) if field.key != "logo"]
    return tuple(_in_words(field, words) for field in fields)


def _in_words(field: Field, words: Messages) -> Field:
    example = field.example and words.gettext(field.example)
    if field.is_own:
        return replace(field, example=example)
    label, meaning = words.gettext(field.label), words.gettext(field.meaning)
    return replace(field, label=label, meaning=meaning, example=example)


def demand(key: str, model: type[Strict]) -> str:
    """Return ``required``, ``optional``, or ``alternative`` if one of several keys is required."""
    if key in alternatives(model):
        return "alternative"
    return "required" if key in _required(model) else "optional"


@cache
def _required(model: type[Strict]) -> tuple[str, ...]:
    return tuple(model.model_json_schema()["required"])


@cache
def alternatives(model: type[Strict]) -> tuple[str, ...]:
    """Return the keys of which an entry needs one; none if the catalog doesn't require it."""
    ways = model.model_json_schema().get("anyOf", ())
    return tuple(key for way in ways for key in way["required"])


def link_fields() -> tuple[Field, ...]:
    """Return a field for each key of a link."""
    schemas = Link.model_json_schema()["properties"]
    return tuple(_field(key, "required", schema, Catalog()) for key, schema in schemas.items())


def form_texts() -> Iterator[str]:
    """Yield what the forms say of the keys: labels, meanings, and examples in words."""
    yield from (GROUPS_HELP, TEXT_EXAMPLE, in_own_nouns(APPLICATIONS_OR_REACH))
    for model in (Partner, Link):
        for key, field in model.by_key().items():
            yield from (_label(key), in_own_nouns(field.description or ""))
            if key in _KEYS_IN_WORDS:
                yield _example((field.examples or [""])[0])


def in_own_nouns(text: str) -> str:
    """Return a text of the model as a message, with what the owner calls things."""
    return _NOUN.sub(r"%(\1)s", text)


def _label(key: str) -> str:
    return in_own_nouns(_LABELS.get(key) or key.replace("_", " ").capitalize())


def _field(key: str, field_demand: str, schema: dict[str, Any], catalog: Catalog) -> Field:
    shapes = list(_shapes(schema))
    control = _control(shapes)
    own = catalog.fields.get(key)
    meanings = own.choices if own else {}
    choices = [value for shape in shapes for value in _values(shape)]
    return Field(
        key,
        own.label if own else _label(key),
        field_demand,
        schema["description"] if own else in_own_nouns(schema["description"]),
        _example(schema["examples"][0])
        if control not in {"choice", "choices", "date", "links"}
        else "",
        control,
        _KINDS_BY_KEY.get(key) or _kind(shapes),
        max(shape.get("maxLength", 0) for shape in shapes),
        tuple(_choice(value, meanings) for value in choices),
        has_groups=any(shape.get("type") == "object" for shape in shapes),
        is_own=own is not None,
    )


def _shapes(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield a schema and its parts: alternatives, and items of lists."""
    yield schema
    for part in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), schema.get("items", {})):
        yield from _shapes(part) if part else ()


def _values(shape: Mapping[str, Any]) -> Sequence[str]:
    """Return the values to choose from, which may be only one."""
    return shape.get("enum") or ([shape["const"]] if "const" in shape else [])


def _control(shapes: list[Mapping[str, Any]]) -> str:
    if any("$ref" in shape for shape in shapes):
        return "links"
    if any(map(_values, shapes)):
        return "choices" if any(shape.get("type") == "array" for shape in shapes) else "choice"
    if any(shape.get("type") == "array" for shape in shapes):
        return "lines"
    if any(shape.get("format") == "date" for shape in shapes):
        return "date"
    return "text" if _holds(shapes, "maxLength", DESCRIPTION_MAX_LENGTH) else "line"


def _kind(shapes: list[Mapping[str, Any]]) -> str:
    patterns = "|".join(shape.get("pattern", "") for shape in shapes)
    for pattern, kind in _KINDS_BY_PATTERN.items():
        if pattern in patterns:
            return kind
    return "name" if _holds(shapes, "maxLength", NAME_MAX_LENGTH) else "line"


def _holds(shapes: list[Mapping[str, Any]], name: str, value: object) -> bool:
    return any(shape.get(name) == value for shape in shapes)


def _example(example: object) -> str:
    return str(example[0] if isinstance(example, list) else example).strip()


def _choice(value: str, meanings: Mapping[str, FieldValue]) -> Choice:
    meaning = meanings.get(value)
    if meaning is None:
        return Choice(value, value, "")
    return Choice(value, meaning.name, meaning.description or "")
