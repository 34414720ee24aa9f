"""A name of an application was removed from the vocabulary, and isn't kept as an alias.

The rule compares the vocabulary before and after a change: of a pull request, or of what isn't
committed yet. It warns about each name that entries listed, and that is neither a name nor an alias
afterward.

Why:
    Customers save the address of an application's page, and entries still use its old name. An
    alias keeps both: the old address leads to the page of the new name, and entries with either
    name are listed together.

Bad:
    # pull request by catalog-admin
    # partners/_vocabulary.yaml, before
    categories:
      facilities:
        name: Facilities
        description: Buildings and machines.
    applications:
      IBM Maximo:
        category: facilities
        aliases:
          - Maximo
    # partners/contoso.yaml, before
    applications:
      - IBM Maximo
    # partners/_vocabulary.yaml
    categories:
      facilities:
        name: Facilities
        description: Buildings and machines.
    applications:
      IBM Maximo Suite:
        category: facilities
        aliases:
          - Maximo

Good:
    # pull request by catalog-admin
    # partners/_vocabulary.yaml, before
    categories:
      facilities:
        name: Facilities
        description: Buildings and machines.
    applications:
      IBM Maximo:
        category: facilities
        aliases:
          - Maximo
    # partners/_vocabulary.yaml
    categories:
      facilities:
        name: Facilities
        description: Buildings and machines.
    applications:
      IBM Maximo Suite:
        category: facilities
        aliases:
          - Maximo
          - IBM Maximo
    # partners/contoso.yaml
    applications:
      - IBM Maximo Suite
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import same_key

CODE = "CAT216"
SEVERITY = Severity.WARNING
HAS_VALUES = False


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each listed name that the vocabulary no longer has."""
    if not catalog.before or catalog.vocabulary == Vocabulary():
        return  # it can't be read, which is already reported, or it was removed as a whole
    kept = {
        same_key(each)
        for name, application in catalog.vocabulary.applications.items()
        for each in (name, *application.aliases)
    }
    for application in catalog.before.applications:
        if application.known and same_key(application.name) not in kept:
            aliases = map(catalog.vocabulary.canonical, application.known.aliases)
            successor = next(filter(None, aliases), "")
            yield _problem(application.name, successor, catalog.vocabulary_source.path)


def _problem(name: str, successor: str, path: str) -> Problem:
    where = ("applications", successor) if successor else ()
    message = f"The application {name!r} was removed from the vocabulary."
    now = repr(successor) if successor else "the application that replaces it"
    hint = f"To keep its address and its entries, add {name!r} to the aliases of {now}."
    return Problem(where, message, hint, on_key=True, path=path)
