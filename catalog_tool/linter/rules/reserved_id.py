"""The file name of a partner, or the name of a category, is reserved.

These names are reserved: the site's own pages, such as ``search``, files that web servers look for,
such as ``index``, and Windows devices, such as ``con``. The file of a partner with such a name has
one more word in its name: the file of *Index* is ``index-software.yaml``.

Why:
    A page with that name would hide another page or be hidden by it. Windows can't even create a
    file called ``con.yaml``, so people couldn't work on the catalog there.

Bad:
    # partners/search.yaml
    name: Search

Good:
    # partners/search-software.yaml
    name: Search
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import ENTRY_SUFFIX, FREEING_WORD, rename_command, reserved_for

CODE = "CAT207"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.FORMAT


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report entries and categories whose names are reserved."""
    for entry in catalog.entries:
        if meaning := reserved_for(entry.id):
            yield _file_problem(entry.source.path, entry.id, meaning)
    for identifier in catalog.vocabulary.categories:
        if meaning := reserved_for(identifier):
            message = f"The category {identifier!r} has the same name as {meaning}."
            hint = f"Choose a longer name, such as '{identifier}{FREEING_WORD}'."
            where = ("categories", identifier)
            path = catalog.vocabulary_source.path
            yield Problem(where, message, hint, on_key=True, path=path)


def _file_problem(path: str, identifier: str, meaning: str) -> Problem:
    folder, _, old = path.rpartition("/")
    new = f"{identifier}{FREEING_WORD}{ENTRY_SUFFIX}"
    message = f"The file '{old}' has the same name as {meaning}."
    hint = f"Add a word to the file name: {rename_command(f'{folder}/{old}', f'{folder}/{new}')}"
    return Problem(("name",), message, hint, path=path)
