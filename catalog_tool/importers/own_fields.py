"""Puts what a list says into the own fields of the catalog that it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from catalog_tool.importers.markdown.names import split
from catalog_tool.importers.markdown.words import words_of
from catalog_tool.importers.result import ImportedPartner, ImportMessage
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.text.ordering import same_key

NO_PLACE = "An entry has no field for this."


def field_named(title: str, fields: Mapping[str, FieldDefinition]) -> str:
    """Return the key of the field with this key, label, or alias, or ``""``."""
    spelled = words_of(title.removeprefix("field:"))
    return next(
        (
            key
            for key, field in fields.items()
            if spelled in map(words_of, (key, field.label, *field.aliases))
        ),
        "",
    )


def value_in(field: FieldDefinition, value: Plain) -> Plain:
    """Return a value as entries have it: the ids of choices, and a list if there can be several."""
    texts = value if isinstance(value, tuple) else (value,)
    if field.multiple and isinstance(value, str):
        texts = tuple(value.split()) if _all_chosen(field, value.split()) else tuple(split(value))
    ids = tuple(_id_of(field, text) if isinstance(text, str) else text for text in texts)
    return ids if field.multiple else ids[0] if len(ids) == 1 else ids


def with_own_fields(
    partner: ImportedPartner, fields: Mapping[str, FieldDefinition]
) -> ImportedPartner:
    """Return a partner with only those values that an entry of the catalog has a key for."""
    known = {
        key: value_in(fields[key], value) if key in fields else value
        for key, value in partner.values.items()
        if key in fields or key in Partner.by_key()
    }
    dropped = partner.values.keys() - known.keys()
    placed = tuple(each for each in partner.placements if each.key not in dropped)
    unplaced = (*partner.unplaced, *_unplaced(partner, known))
    return replace(partner, values=known, placements=placed, unplaced=unplaced)


def _unplaced(partner: ImportedPartner, known: Mapping[str, Plain]) -> Iterator[ImportMessage]:
    for key in partner.values.keys() - known.keys():
        value = partner.values[key]
        text = value if isinstance(value, str) else ", ".join(map(str, value))
        lines = next(each.lines for each in partner.placements if each.key == key)
        yield ImportMessage(lines, f"{key}: {text}", NO_PLACE)


def _all_chosen(field: FieldDefinition, texts: list[str]) -> bool:
    return bool(texts) and all(_id_of(field, text) in field.choices for text in texts)


def _id_of(field: FieldDefinition, text: str) -> str:
    key = same_key(text)
    for value, choice in field.choices.items():
        if key in map(same_key, (value, choice.name, *choice.aliases)):
            return value
    return text
