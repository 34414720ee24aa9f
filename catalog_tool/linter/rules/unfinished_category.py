"""A category has no application, or an icon that doesn't exist.

A category gets a page once an application of the vocabulary has it. Its icon is one of the Material
Design icons, in lowercase letters with hyphens. Without the site's packages, only the first is
checked.

Why:
    A category without applications is nowhere on the site, so its name is often misspelled in the
    applications. With an unknown icon, readers see the icon that all others get.

Bad:
    # partners/_vocabulary.yaml
    categories:
      erp:
        name: ERP
        description: Enterprise resource planning.

Good:
    # partners/_vocabulary.yaml
    categories:
      erp:
        name: ERP
        description: Enterprise resource planning.
    applications:
      SAP ECC:
        category: erp
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from catalog_tool.loader.icons import icon_folder
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT215"
SEVERITY = Severity.WARNING
HAS_VALUES = False  # an exception is for an entry


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each category without applications, and each unknown icon."""
    vocabulary, path = catalog.vocabulary, catalog.vocabulary_source.path
    used = {application.category for application in vocabulary.applications.values()}
    for name, category in vocabulary.categories.items():
        where = ("categories", name)
        if name not in used:
            message = f"No application has the category {name!r}."
            hint = "Give it to an application, or delete it."
            yield Problem(where, message, hint, on_key=True, path=path)
        if problem := _unknown_icon(category.icon):
            yield replace(problem, where=(*where, "icon"), path=path)


def _unknown_icon(icon: str) -> Problem | None:
    folder = icon_folder()
    if folder is None or (folder / f"{icon}.svg").is_file():
        return None
    near = get_close_matches(icon, [path.stem for path in folder.glob("*.svg")], 1)
    hint = "Choose one of https://pictogrammers.com/library/mdi/, or delete the line."
    if near:
        hint = f"Did you mean {near[0]!r}? {hint}"
    return Problem((), f"There is no icon {icon!r}.", hint)
