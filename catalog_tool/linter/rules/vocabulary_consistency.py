"""The vocabulary contradicts itself.

Every name must lead to one application: an alias can't belong to two applications, or be the name
of another one. Names under ``other_products`` must be aliases. Every category of an application
must be described.

Why:
    A customer who types a name should arrive at one page. With two answers, the page would depend
    on chance.

Bad:
    # partners/_vocabulary.yaml
    categories:
      erp:
        name: ERP
        description: Enterprise resource planning.
    applications:
      SAP ECC:
        category: erp
        aliases:
          - SAP
      SAP S/4HANA:
        category: erp
        aliases:
          - SAP

Good:
    # partners/_vocabulary.yaml
    categories:
      erp:
        name: ERP
        description: Enterprise resource planning.
    applications:
      SAP ECC:
        category: erp
        aliases:
          - R/3
      SAP S/4HANA:
        category: erp
        aliases:
          - S/4
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import same_key

CODE = "CAT206"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.FORMAT


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each contradiction at its place in the vocabulary."""
    vocabulary, path = catalog.vocabulary, catalog.vocabulary_source.path
    for check in (_check_names, _check_products, _check_categories):
        yield from (replace(problem, path=path) for problem in check(vocabulary))


def _check_names(vocabulary: Vocabulary) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for name in vocabulary.applications:
        first = owners.setdefault(same_key(name), name)
        if first != name:
            message = f"The application {name!r} has the same name as {first!r}."
            yield Problem(("applications", name), message, "Keep one of them.", on_key=True)
    for where, alias, name in _aliases(vocabulary):
        first = owners.setdefault(same_key(alias), name)
        if first != name:
            message = f"The alias {alias!r} of {name!r} also leads to {first!r}."
            hint = "Keep it where most people would expect it, and delete it from the other one."
            yield Problem(where, message, hint)


def _check_products(vocabulary: Vocabulary) -> Iterator[Problem]:
    for name, application in vocabulary.applications.items():
        for position, product in enumerate(application.other_products):
            if product not in application.aliases:
                where = ("applications", name, "other_products", position)
                message = f"{product!r} isn't an alias of {name!r}."
                yield Problem(where, message, "Add it to 'aliases', or delete it here.")


def _aliases(vocabulary: Vocabulary) -> Iterator[tuple[Where, str, str]]:
    for name, application in vocabulary.applications.items():
        for position, alias in enumerate(application.aliases):
            yield ("applications", name, "aliases", position), alias, name


def _check_categories(vocabulary: Vocabulary) -> Iterator[Problem]:
    for name, application in vocabulary.applications.items():
        category = application.category
        if category not in vocabulary.categories:
            near = get_close_matches(category, vocabulary.categories, 1)
            meant = f"Did you mean {near[0]!r}? If not," if near else "Choose another one, or"
            message = f"The category {category!r} of {name!r} isn't listed under 'categories'."
            hint = f"{meant} describe it there."
            yield Problem(("applications", name, "category"), message, hint)
