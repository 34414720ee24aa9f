"""The file name doesn't match the partner's name.

The file name is the partner's name in lowercase letters without accents, with a hyphen in place of
everything else: the file of *UNIFY Solutions* is ``unify-solutions.yaml``. If a name has no letter
from A to Z, or if its file name would be reserved, any valid file name is fine.

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

from catalog_tool.linter.rules.placeholder_text import is_placeholder
from catalog_tool.linter.rules.unusable_name import is_usable
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import file_name_of, rename_command, reserved_for
from catalog_tool.text.characters import without_hidden
from catalog_tool.text.ordering import slug

CODE = "CAT201"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Compare the file name with the slug of the name."""
    if slug(entry.partner.name) in {"", entry.id} or is_placeholder(entry.partner.name):
        return
    if not is_usable(entry.partner.name):
        return  # another rule refuses the name
    if reserved_for(slug(entry.partner.name)):
        return
    name, _ = without_hidden(entry.partner.name)
    expected = slug(name)
    if expected == entry.id or _is_taken(expected, catalog):
        return
    new = file_name_of(name)
    folder, _, old = entry.source.path.rpartition("/")
    message = f"The file name '{old}' doesn't match the partner's name {name!r}."
    hint = f"Rename the file to '{new}': {rename_command(folder, old, new)}"
    yield Problem(("name",), message, hint)


def _is_taken(expected: str, catalog: Catalog) -> bool:
    """Whether another entry rightly has the expected name: two partners have the same name."""
    first = catalog.by_id.get(expected)
    return first is not None and slug(first.partner.name) == expected
