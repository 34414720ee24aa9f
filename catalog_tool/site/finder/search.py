"""Runs the finder's script in process. Browsers run the same script."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.error import CatalogError
from catalog_tool.site.assets import asset_text
from catalog_tool.site.finder.answer import FinderAnswer, read_answer
from catalog_tool.site.finder.index import Facet, index_script

_SECONDS = 10.0
_MEGABYTES = 256.0
# Bytes. Much less than the stack of any thread, so that endless recursion in the script is an error
# and doesn't crash the process.
_STACK = 2**18

_ASK = """(() => {
  const index = catalogFinder.load(catalogFinderData);
  return (question) => JSON.stringify(catalogFinder.find(index, ...JSON.parse(question)));
})()"""


class FinderError(CatalogError):
    """The finder's script couldn't run, failed, or reached a limit."""


def find(
    catalog: Catalog, query: str, chosen: Mapping[Facet, Iterable[str]] | None = None
) -> FinderAnswer:
    """Return the answer to one query. For several queries, create a :class:`Finder`.

    Args:
        catalog: the catalog to search.
        query: see :meth:`Finder.find`.
        chosen: see :meth:`Finder.find`.

    Raises:
        FinderError: the script couldn't run or answer.
    """
    return Finder(catalog).find(query, chosen)


class Finder:
    """The finder of a catalog. Only the thread that creates it can use it.

    Args:
        catalog: the catalog to search.
        seconds: limit of processor time, for reading the catalog and for each answer.
        megabytes: limit of the script's memory.

    Raises:
        FinderError: the script couldn't read the catalog, or ``quickjs-ng`` isn't installed.
    """

    def __init__(
        self, catalog: Catalog, *, seconds: float = _SECONDS, megabytes: float = _MEGABYTES
    ) -> None:
        try:
            import quickjs  # noqa: PLC0415 - only to search, and importing it starts a thread
        except ModuleNotFoundError as missing:
            raise FinderError(
                "The finder needs the package quickjs-ng. Run: pip install quickjs-ng"
            ) from missing
        self._failure = quickjs.JSException
        self._seconds, self._megabytes = seconds, megabytes
        context = quickjs.Context()
        context.set_max_stack_size(_STACK)
        context.set_time_limit(seconds)
        context.set_memory_limit(int(megabytes * 2**20))
        scripts = (asset_text("finder/engine.js"), index_script(catalog), _ASK)
        *_, self._ask = (self._run(context.eval, script) for script in scripts)

    def find(self, query: str, chosen: Mapping[Facet, Iterable[str]] | None = None) -> FinderAnswer:
        """Return the answer to a query.

        Args:
            query: the text that a customer typed. A query without words finds everything.
            chosen: the selected values of each facet, as ids. Unknown ids are ignored.

        Raises:
            FinderError: the script couldn't answer.
        """
        facets = {facet: list(ids) for facet, ids in (chosen or {}).items()}
        return read_answer(json.loads(self._run(self._ask, json.dumps([query, facets]))))

    def _run(self, run: Callable[[str], Any], text: str) -> Any:  # noqa: ANN401 - as scripts return
        try:
            return run(text)
        except self._failure as failure:
            raise FinderError(self._explain(str(failure).partition("\n")[0])) from failure

    def _explain(self, failure: str) -> str:
        """Return what went wrong. Without memory, the interpreter can't even create an error."""
        if failure.endswith("interrupted"):
            return f"The finder took more than {self._seconds:g} seconds."
        if failure == "null" or failure.endswith("out of memory"):
            return f"The finder needed more than {self._megabytes:g} MB of memory."
        return f"The finder's script failed: {failure}"
