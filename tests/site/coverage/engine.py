"""Functions of the engine of the coverage page, run in process on the index of this catalog."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import quickjs

from catalog_tool.site.assets import SOURCES, asset_text
from catalog_tool.site.finder.index import index_script
from catalog_tool.site.finder.search import ENGINE
from tests.site.finder.catalogs import catalog_named

CATALOG = catalog_named("own").catalog
_PARTS = [f"coverage/engine/{name}.js" for name in ("names", "lines", "cover")]
_READ_INDEX = """
const index = catalogFinder.load(catalogFinderData);
const applications = catalogCoverage.applicationsOf(index);
"""


def on_coverage(call: str, inputs: Sequence[Any]) -> list[Any]:
    """Return what a function in JavaScript returns for each input.

    Args:
        call: a function of one argument. It knows ``index`` and ``applications``.
        inputs: what JSON can say.
    """
    answers: list[Any] = json.loads(_function(call)(json.dumps(inputs)))
    return answers


@cache
def _function(call: str) -> Callable[[str], str]:
    context = quickjs.Context()
    parts = [(SOURCES / part).read_text(encoding="utf-8") for part in _PARTS]
    for script in (*map(asset_text, ENGINE), *parts, index_script(CATALOG), _READ_INDEX):
        context.eval(script)
    function: Callable[[str], str] = context.eval(
        f"(inputs) => JSON.stringify(JSON.parse(inputs).map({call}))"
    )
    return function
