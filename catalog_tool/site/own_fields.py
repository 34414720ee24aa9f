"""What readers see of a catalog's own fields, in the order of their definitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from catalog_tool.model.fields import FieldDefinition, Place
from catalog_tool.model.messages import Messages
from catalog_tool.model.partner import Partner
from catalog_tool.site.addresses import contact_target
from catalog_tool.text.urls.address import host_of
from catalog_tool.text.urls.international import decode_host


@dataclass(frozen=True, slots=True)
class ShownValue:
    """One value.

    Attributes:
        text: the value as readers see it.
        target: where it links to, or ``""``.
        meaning: what it means, or ``""``.
    """

    text: str
    target: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field of a partner; without values if the partner doesn't state it."""

    key: str
    label: str
    values: tuple[ShownValue, ...]


def shown_fields(partner: Partner, place: Place, words: Messages) -> Iterator[ShownField]:
    """Yield the fields of a partner that readers see in a place, in their language."""
    for key, field in partner.own_fields.items():
        if place in field.show:
            stated = partner.fields.get(key, ())
            yield ShownField(
                key, field.label, tuple(_shown(field, value, words) for value in stated)
            )


def stated_reach(partner: Partner) -> Iterator[str]:
    """Yield how a partner connects what it doesn't list: labels of own fields, with the values."""
    for key, stated in groupby(partner.reach, key=itemgetter(0)):
        field = partner.own_fields[key]
        yield f"{field.label}: {', '.join(field.name_of(value) for _, value in stated)}"


def _shown(field: FieldDefinition, value: str, words: Messages) -> ShownValue:
    if field.type == "date":
        return ShownValue(words.day(value))
    if field.type == "number":
        return ShownValue(words.decimal(value))
    if field.type in {"url", "email"}:
        return ShownValue(decode_host(host_of(value)) or value, contact_target(value))
    choice = field.choices.get(value)
    return ShownValue(field.name_of(value), meaning=(choice and choice.description) or "")
