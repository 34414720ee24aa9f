"""The entry doesn't say which applications it connects.

List the applications by name under ``applications``. If the catalog has a field that says how a
partner reaches any application, such as an interface, you can state that instead, or both. A
catalog can make ``applications`` optional with the option ``required``; then nothing is reported.

Why:
    Customers search by application. A partner that doesn't say which it connects doesn't appear in
    any search.

Bad:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: https://www.contoso.com/contact
    description: Contoso Gateway connects many applications.

Good:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: https://www.contoso.com/contact
    description: Contoso Gateway connects many applications.
    applications:
      - IBM Maximo
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.loader.limits import MOST_GUESSED
from catalog_tool.loader.schema.key_aliases import intended_key, names_of_own
from catalog_tool.loader.schema.unknown_keys import kind_of
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.partner import Partner

CODE = "CAT105"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.FORMAT


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report an entry with neither applications nor a field that reaches any application."""
    partner, model = entry.partner, catalog.entry_model
    is_found = partner.applications or partner.reach
    if "applications" not in model.required or is_found or _was_tried(entry, model):
        return
    hints = ["List the applications under 'applications:', one per line after '- '."]
    for key in model.ways_in()[1:]:
        field = model.own_fields[key]
        example = f"- {field.example}" if field.multiple else f"{key}: {field.example}"
        hints.append(
            f"Or say under '{key}:' how you reach any application, for example '{example}'."
        )
    yield Problem((), _message(model), " ".join(hints))


def _message(model: type[Partner]) -> str:
    _, *others = (key.replace("_", " ") for key in model.ways_in())
    if not others:
        return "The entry lists no applications."
    return f"The entry lists neither applications nor {' or '.join(others)}."


def _was_tried(entry: Entry, model: type[Partner]) -> bool:
    """Whether the file has such a key with a mistake that is already reported."""
    if entry.partner.is_complete or entry.source.root is None:
        return False
    written = (key.value for key, _ in entry.source.root.pairs)
    own_names, ways_in = names_of_own(model), model.ways_in()
    if any(intended_key(key, ways_in, own_names) for key in islice(written, MOST_GUESSED)):
        return True
    unknown = entry.source.root.by_key.keys() - model.by_key().keys()
    return any(kind_of(entry.source.node((key,))) in ways_in for key in unknown)
