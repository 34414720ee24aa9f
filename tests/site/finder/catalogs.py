"""The catalogs for the tests of the finder."""

from functools import cache
from pathlib import Path

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check
from catalog_tool.site.finder import Finder

REPOSITORY = Path(__file__).parents[3]
CONFIGURATIONS = {
    "own": REPOSITORY / "mkdocs.yml",
    "many": Path(__file__).parent / "catalog" / "mkdocs.yml",
    "questions": Path(__file__).parent / "questions" / "mkdocs.yml",
    "town": Path(__file__).parent / "town" / "mkdocs.yml",
}


@cache
def catalog_named(name: str) -> Publication:
    """Return a catalog by its heading in the table of cases."""
    return check(load_settings(CONFIGURATIONS[name]), rules={}).publication


@cache
def finder_of(name: str) -> Finder:
    """Return the finder of one of these catalogs."""
    publication = catalog_named(name)
    return Finder(publication.catalog, settings=publication.settings)
