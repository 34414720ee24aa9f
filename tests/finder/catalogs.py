"""The catalogs that the finder is asked about."""

from functools import cache
from pathlib import Path

from catalog_tool.configuration import load_settings
from catalog_tool.pipeline import check
from catalog_tool.publication import Publication

REPOSITORY = Path(__file__).parents[2]
CONFIGURATIONS = {
    "own": REPOSITORY / "mkdocs.yml",
    "many": Path(__file__).parent / "catalog" / "mkdocs.yml",
}


@cache
def catalog_named(name: str) -> Publication:
    """Return a catalog by its heading in the table of cases."""
    return check(load_settings(CONFIGURATIONS[name]), rules={}).publication
