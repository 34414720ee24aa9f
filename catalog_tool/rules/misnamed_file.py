"""The file is not named after the partner.

The file name is the partner's name in lower-case letters without accents, with a hyphen in place
of everything else: *UNIFY Solutions* lives in ``unify-solutions.yaml``. A name without a letter
from A to Z may live in any valid file.

Why:
    The file name is the address of the partner's page and the place in the folder. Both must be
    guessable, and two files must not claim one partner.

Bad:
    # partners/unify.yaml
    name: UNIFY Solutions

Good:
    # partners/unify-solutions.yaml
    name: UNIFY Solutions
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.catalog import Catalog, Entry
from catalog_tool.characters import without_hidden
from catalog_tool.diagnostic import Problem, Severity
from catalog_tool.ordering import slug

CODE = "CAT201"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Compare the file name with the slug of the name."""
    if slug(entry.partner.name) in {"", entry.id}:
        return
    name, _ = without_hidden(entry.partner.name)
    expected = slug(name)
    if expected == entry.id or _is_second_of(expected, entry.id, catalog):
        return
    message = f"The file is named '{entry.id}.yaml', but the partner is named {name!r}."
    yield Problem(("name",), message, f"Rename the file to '{expected}.yaml'.")


def _is_second_of(expected: str, identifier: str, catalog: Catalog) -> bool:
    """Whether another entry rightly has the expected name, and this one has it with a number."""
    first = catalog.by_id.get(expected)
    is_numbered = re.fullmatch(rf"{expected}-\d+", identifier) is not None
    return is_numbered and first is not None and slug(first.partner.name) == expected
