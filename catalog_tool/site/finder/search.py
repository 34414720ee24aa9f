"""Asks the finder's script in process: the one that ranks, the same that runs in browsers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.error import CatalogError
from catalog_tool.site.assets import asset_text
from catalog_tool.site.finder.answer import Answer, read_answer
from catalog_tool.site.finder.index import Facet, index_script

_SECONDS = 10.0
_MEGABYTES = 256.0
# Bytes. Far below the stack of any thread, so that endless recursion in the script is an error of
# the script and not a crash of the process.
_STACK = 2**18

_ASK = """(() => {
  const index = catalogFinder.load(catalogFinderData);
  return (asked) => JSON.stringify(catalogFinder.find(index, ...JSON.parse(asked)));
})()"""


class FinderError(CatalogError):
    """The finder's script could not run, failed, or reached one of its limits."""


def find(
    catalog: Catalog, query: str, chosen: Mapping[Facet, Iterable[str]] | None = None
) -> Answer:
    """Return what answers to one query; whoever has several makes a :class:`Finder` for all.

    Args:
        catalog: what is searched.
        query: as of :meth:`Finder.find`.
        chosen: as of :meth:`Finder.find`.

    Raises:
        FinderError: the script could not run, or could not answer.
    """
    return Finder(catalog).find(query, chosen)


class Finder:
    """The finder of a catalog. Only the thread that makes it may use it.

    Args:
        catalog: what is searched.
        seconds: processor time that reading the catalog may take, and each answer.
        megabytes: memory that the script may use.

    Raises:
        FinderError: the script could not read the catalog, or what runs it is not installed.
    """

    def __init__(
        self, catalog: Catalog, *, seconds: float = _SECONDS, megabytes: float = _MEGABYTES
    ) -> None:
        try:
            import quickjs  # noqa: PLC0415 - only to search, and importing it starts a thread
        except ModuleNotFoundError as missing:
            raise FinderError(
                "The finder needs the package quickjs-ng: run pip install quickjs-ng"
            ) from missing
        self._failure = quickjs.JSException
        self._seconds, self._megabytes = seconds, megabytes
        context = quickjs.Context()
        context.set_max_stack_size(_STACK)
        context.set_time_limit(seconds)
        context.set_memory_limit(int(megabytes * 2**20))
        scripts = (asset_text("finder/engine.js"), index_script(catalog), _ASK)
        *_, self._ask = (self._run(context.eval, script) for script in scripts)

    def find(self, query: str, chosen: Mapping[Facet, Iterable[str]] | None = None) -> Answer:
        """Return what answers to a query.

        Args:
            query: what a customer typed; one without a word to look for asks for everything.
            chosen: what the customer chose, as ids; nothing chosen in a facet is no filter, and
                values that do not exist are not looked at.

        Raises:
            FinderError: the script could not answer.
        """
        facets = {facet: list(ids) for facet, ids in (chosen or {}).items()}
        return read_answer(json.loads(self._run(self._ask, json.dumps([query, facets]))))

    def _run(self, run: Callable[[str], Any], text: str) -> Any:  # noqa: ANN401 - as scripts return
        try:
            return run(text)
        except self._failure as failure:
            raise FinderError(self._explained(str(failure).partition("\n")[0])) from failure

    def _explained(self, failure: str) -> str:
        """Return what went wrong; without memory the interpreter cannot even make its error."""
        if failure.endswith("interrupted"):
            return f"The finder took more than {self._seconds:g} seconds."
        if failure == "null" or failure.endswith("out of memory"):
            return f"The finder needed more than {self._megabytes:g} MB of memory."
        return f"The finder's script failed: {failure}"
