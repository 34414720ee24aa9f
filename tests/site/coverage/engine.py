"""Functions of the engine of the coverage page, run in process on the index of a catalog."""

from collections.abc import Sequence
from typing import Any

from catalog_tool.model.catalog import Catalog
from catalog_tool.site.assets import SOURCES
from catalog_tool.site.finder.index import index_script
from tests.site.finder.engine import in_javascript

_READ_INDEX = """
const index = catalogFinder.load(catalogFinderData);
const applications = catalogCoverage.applicationsOf(index);
const named = (name) => applications.findIndex((each) => each.name === name);
"""


def on_coverage(call: str, inputs: Sequence[Any], catalog: Catalog) -> list[Any]:
    """Return what a function returns for each input; it knows ``index`` and ``applications``."""
    parts = [f"coverage/engine/{name}.js" for name in ("names", "lines", "cover")]
    engine = [(SOURCES / part).read_text(encoding="utf-8") for part in parts]
    scripts = (*engine, index_script(catalog), _READ_INDEX)
    return in_javascript(call, inputs, *scripts)
