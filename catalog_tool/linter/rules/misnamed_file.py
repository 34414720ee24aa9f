"""The file name doesn't match the partner's name.

The file name is the partner's name in lowercase letters without accents, with a hyphen in place of
everything else: the file of *UNIFY Solutions* is ``unify-solutions.yaml``. Letters with accents can
also be spelled out: *Müller* may be ``muller.yaml`` or ``mueller.yaml``. If most letters of a name
are in another alphabet, or if its file name would be reserved, any valid file name is fine.

Why:
    The file name determines the address of the partner's page and its place in the folder. People
    should be able to guess both, and two files must not claim the same partner.

Bad:
    # partners/unify.yaml
    name: UNIFY Solutions

Good:
    # partners/unify-solutions.yaml
    name: UNIFY Solutions
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules.host_in_name import host_in
from catalog_tool.linter.rules.trailing_comment import is_cut_off
from catalog_tool.linter.rules.unusable_name import is_usable
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import (
    file_name_of,
    identifier_in,
    is_identifier_of,
    rename_hint,
)
from catalog_tool.model.placeholders import is_placeholder
from catalog_tool.text.characters import without_hidden

CODE = "CAT201"
SEVERITY = Severity.ERROR


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Compare the names of files with the slugs of names; another entry may have the right one."""
    for entry in catalog.entries:
        yield from _problems(entry, catalog)


def _problems(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    name, _ = without_hidden(entry.partner.name)
    if is_identifier_of(entry.id, name) or is_cut_off(entry):
        return
    if is_placeholder(name) or not is_usable(name) or host_in(name, catalog.vocabulary):
        return  # another rule refuses the name
    new = file_name_of(name)
    if _is_taken(identifier_in(new), catalog):
        return
    folder, _, old = entry.source.path.rpartition("/")
    message = f"The file name '{old}' doesn't match the partner's name {name!r}."
    hint = rename_hint(entry.source.path, f"{folder}/{new}")
    yield Problem(("name",), message, hint, path=entry.source.path)


def _is_taken(expected: str, catalog: Catalog) -> bool:
    """Whether another entry rightly has the expected name: two partners have the same name."""
    first = catalog.by_id.get(expected)
    return first is not None and is_identifier_of(expected, first.partner.name)
