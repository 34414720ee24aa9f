"""The file of a partner, or a category, has a name that is reserved.

Reserved are the names of the site's own pages, such as ``search``, names that web servers look
for, such as ``index``, and the names of devices in Windows, such as ``con``. A partner of such a
name gets a file name with one more word: *Index* lives in ``index-software.yaml``.

Why:
    A page of that name would hide another one or be hidden by it, and Windows cannot even write a
    file called ``con.yaml``: nobody could work on the catalog there.

Bad:
    # partners/search.yaml
    name: Search

Good:
    # partners/search-software.yaml
    name: Search
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import ENTRY_SUFFIX, FREEING_WORD, rename_command, reserved_for

CODE = "CAT207"
SEVERITY = Severity.ERROR


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report entries and categories whose names are taken."""
    for entry in catalog.entries:
        if meaning := reserved_for(entry.id):
            yield _reserved_file(entry.source.path, entry.id, meaning)
    for identifier in catalog.vocabulary.categories:
        if meaning := reserved_for(identifier):
            message = f"The category {identifier!r} has the name of {meaning}."
            hint = f"Call it something longer, such as '{identifier}{FREEING_WORD}'."
            where = ("categories", identifier)
            path = catalog.vocabulary_source.path
            yield Problem(where, message, hint, on_key=True, path=path)


def _reserved_file(path: str, identifier: str, meaning: str) -> Problem:
    folder, _, old = path.rpartition("/")
    new = f"{identifier}{FREEING_WORD}{ENTRY_SUFFIX}"
    message = f"'{old}' has the name of {meaning}."
    hint = f"Add a word to the name of the file: {rename_command(folder, old, new)}"
    return Problem(("name",), message, hint, path=path)
