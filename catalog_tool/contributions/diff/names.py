"""Compares the vocabulary, the catalog's own fields, and the records of former partners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from catalog_tool.contributions.diff.changes import FieldChange, Kind, NameDifference
from catalog_tool.model.changes import added_and_removed, value_changed
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.former_partners import FormerPartner, FormerPartners
from catalog_tool.model.strict import Strict
from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.text.ordering import sort_key

Meaning = TypeVar("Meaning", bound=Strict)


def name_differences(before: Vocabulary, after: Vocabulary) -> Iterator[NameDifference]:
    """Yield the changes of applications and categories, in this order."""
    new_names = {
        name: new
        for name in before.applications
        if (new := after.canonical(name)) and new not in before.applications
    }
    yield from _differences(
        "application", before.applications, after.applications, _application_changes, new_names
    )
    yield from _differences(
        "category", before.categories, after.categories, _description_changes, {}
    )


def field_differences(
    before: Mapping[str, FieldDefinition], after: Mapping[str, FieldDefinition]
) -> Iterator[NameDifference]:
    """Yield the changes of a catalog's own fields."""
    yield from _differences("field", before, after, _definition_changes, {})


def former_differences(before: FormerPartners, after: FormerPartners) -> Iterator[NameDifference]:
    """Yield the records of former partners that are new, removed or changed."""
    for name in sorted({*before.former, *after.former}):
        old, new = before.former.get(name), after.former.get(name)
        kind = Kind.NEW if old is None else Kind.REMOVED if new is None else Kind.CHANGED
        facts = tuple(
            fact
            for key in FormerPartner.model_fields
            for fact in value_changed(key, getattr(old, key, None), getattr(new, key, None))
        )
        if facts:
            yield NameDifference(kind, "former partner", name, facts)


def _differences(
    what: str,
    before: Mapping[str, Meaning],
    after: Mapping[str, Meaning],
    facts: Callable[[Meaning, Meaning], Iterator[FieldChange]],
    new_names: Mapping[str, str],
) -> Iterator[NameDifference]:
    old_names = {new: old for old, new in new_names.items()}
    for name in sorted({*before, *after} - {*new_names}, key=sort_key):
        old_name = old_names.get(name, name)
        old, new = before.get(old_name), after.get(name)
        if old is None:
            yield NameDifference(Kind.NEW, what, name)
        elif new is None:
            yield NameDifference(Kind.REMOVED, what, name)
        elif changed := (*value_changed("name", old_name, name), *facts(old, new)):
            kind = Kind.CHANGED if name == old_name else Kind.RENAMED
            yield NameDifference(kind, what, name, changed)


def _application_changes(before: Application, after: Application) -> Iterator[FieldChange]:
    for key in ("aliases", "other_products"):
        yield from added_and_removed(key, getattr(before, key), getattr(after, key))
    for key in ("category", "vendor", "gallery"):
        yield from value_changed(key, getattr(before, key), getattr(after, key))


def _definition_changes(before: FieldDefinition, after: FieldDefinition) -> Iterator[FieldChange]:
    for key in ("label", "help", "type", "multiple", "required", "reaches_any_application"):
        yield from value_changed(key, _as_text(before, key), _as_text(after, key))
    for key in ("aliases", "show"):
        yield from added_and_removed(key, getattr(before, key), getattr(after, key))
    yield from added_and_removed("values", before.values, after.values)
    for value in [each for each in after.values if each in before.values]:
        old, new = before.values[value], after.values[value]
        for key in ("name", "description"):
            yield from value_changed(f"{key} of {value}", getattr(old, key), getattr(new, key))


def _as_text(field: FieldDefinition, key: str) -> str:
    value = getattr(field, key)
    return str(value) if isinstance(value, str) else "yes" if value else ""


def _description_changes(before: Category, after: Category) -> Iterator[FieldChange]:
    for key in ("name", "description", "icon"):
        old, new = getattr(before, key, None), getattr(after, key, None)
        yield from value_changed(key, old, new)
