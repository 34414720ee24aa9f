"""Two of the catalog's own fields have the same name.

Every key, label, and alias in ``partners/_fields.yaml`` must lead to one field, and every value of
a choice to one value of that field. A key that every entry has can't be one of these names. A label
can't be one that the published catalog has for such a key, such as *Product*.

Why:
    The check suggests the right key for a label or an alias that a partner writes. With two
    answers, the suggestion would depend on chance.

Bad:
    # partners/_fields.yaml, complete
    regions:
      label: Regions
      type: text
    data_centers:
      label: Data centers
      aliases:
        - regions
      type: text

Good:
    # partners/_fields.yaml, complete
    regions:
      label: Regions
      type: text
    data_centers:
      label: Data centers
      aliases:
        - server locations
      type: text
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.partner import Partner
from catalog_tool.text.ordering import same_key

CODE = "CAT217"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.FORMAT

_HINT = "Keep it where most people would expect it, and change the other one."


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each name that leads to two fields, or to two values of a field."""
    path = catalog.fields_source.path
    for problem in _problems(catalog):
        yield replace(problem, path=path)


def _problems(catalog: Catalog) -> Iterator[Problem]:
    owners = {same_key(key): "" for key in Partner.by_key()}
    owners |= {same_key(key): key for key in catalog.fields}
    labels = {*map(same_key, catalog.labels)} - {*owners}
    for key, field in catalog.fields.items():
        for where, name in _names((key,), field):
            first = owners.setdefault(same_key(name), key)
            if first != key:
                other = f"of {first!r}" if first else "of a key that every entry has"
                yield Problem(where, f"{name!r} is also a name {other}.", _HINT)
        if same_key(field.label) in labels:
            message = f"{field.label!r} is a label of the published catalog for something else."
            yield Problem((key, "label"), message, "Choose another label.")
        yield from _conflicting_values(key, field)


def _conflicting_values(key: str, field: FieldDefinition) -> Iterator[Problem]:
    owners = {same_key(value): value for value in field.values}
    for value, meaning in field.values.items():
        place = (key, "values", value)
        for where, name in ((*place, "name"), meaning.name), *_aliases(place, meaning.aliases):
            first = owners.setdefault(same_key(name), value)
            if first != value:
                yield Problem(where, f"{name!r} is also a name of the value {first!r}.", _HINT)


def _names(place: Where, field: FieldDefinition) -> Iterator[tuple[Where, str]]:
    yield (*place, "label"), field.label
    yield from _aliases(place, field.aliases)


def _aliases(place: Where, aliases: tuple[str, ...]) -> Iterator[tuple[Where, str]]:
    yield from (((*place, "aliases", position), name) for position, name in enumerate(aliases))
