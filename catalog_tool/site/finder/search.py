"""Runs the finder's script in process. Browsers run the same script."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings
from catalog_tool.site.assets import asset_text
from catalog_tool.site.finder.answer import (
    Asked,
    FacetValue,
    Failing,
    FinderAnswer,
    LongerList,
    NamedPart,
    Nearest,
    PossiblePartner,
    Together,
    WiderSearch,
)
from catalog_tool.site.finder.index import Facet, index_script
from catalog_tool.site.finder.results import ApplicationAnswer, Match, Mention, PartnerAnswer
from catalog_tool.site.finder.shards import DIRECTORY, cut
from catalog_tool.site.finder.texts import former_texts, text_of
from catalog_tool.site.messages import messages_of

ENGINE = ("finder/engine.js", "finder/reading.js")
"""The scripts that answer: a page loads the second with the first part of the texts."""

_SECONDS = 10.0
_MEGABYTES = 256.0
# Bytes. Much less than the stack of any thread, so that endless recursion in the script is an error
# and doesn't crash the process.
_STACK = 2**18

_ALL = 10_000
"""Mentions with their sentences."""

_READ = "const index = catalogFinder.load(catalogFinderData);"
_ASK = "(question) => JSON.stringify(catalogFinder.find(index, ...JSON.parse(question)))"
_ADD = "(parts) => JSON.parse(parts).forEach((part) => catalogFinder.addShard(index, ...part))"


class FinderError(CatalogError):
    """The finder's script couldn't run, failed, or reached a limit."""


def find(
    catalog: Catalog,
    query: str,
    chosen: Mapping[Facet, Iterable[str]] | None = None,
    *,
    settings: Settings | None = None,
) -> FinderAnswer:
    """Return the answer to one query. For several queries, create a :class:`Finder`.

    Args:
        catalog: the catalog to search.
        query: see :meth:`Finder.find`.
        chosen: see :meth:`Finder.find`.
        settings: see :class:`Finder`.

    Raises:
        FinderError: the script couldn't run or answer.
    """
    return Finder(catalog, settings=settings).find(query, chosen)


class Finder:
    """The finder of a catalog. Only the thread that creates it can use it.

    Args:
        catalog: the catalog to search. Of the pages of the site, only those of former partners are.
        settings: they say in which language people ask, besides English. Without them, no former
            partner is found.
        seconds: limit of processor time, for reading the catalog and for each answer.
        megabytes: limit of the script's memory.

    Raises:
        FinderError: the script couldn't read the catalog, or ``quickjs-ng`` isn't installed.
    """

    def __init__(
        self,
        catalog: Catalog,
        *,
        settings: Settings | None = None,
        seconds: float = _SECONDS,
        megabytes: float = _MEGABYTES,
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
        self._catalog = catalog
        self._messages = messages_of(settings) if settings else None
        engine = map(asset_text, ENGINE)
        index = index_script(catalog, self._messages, settings=settings)
        scripts = (*engine, index, _READ, _ADD, _ASK)
        *_, self._add, self._ask = (self._run(context.eval, script) for script in scripts)

    def find(self, query: str, chosen: Mapping[Facet, Iterable[str]] | None = None) -> FinderAnswer:
        """Return the answer to a query.

        Args:
            query: the text that a customer typed. A query without words finds everything.
            chosen: the selected values of each facet, as ids. Unknown ids are ignored.

        Raises:
            FinderError: the script couldn't answer.
        """
        facets = {facet: list(ids) for facet, ids in (chosen or {}).items()}
        question = json.dumps([query, facets, _ALL])
        while pending := _pending(answer := json.loads(self._run(self._ask, question))):
            parts = [[name, self._texts[name]] for name in pending]
            self._run(self._add, json.dumps(parts))
        return _read_answer(answer)

    @cached_property
    def _texts(self) -> Mapping[str, Any]:
        """The parts of the texts by name. Most queries are answered without them."""
        words, former = self._messages, self._catalog.former
        shards = cut(
            map(text_of, self._catalog.entries), former_texts(former, words) if words else ()
        )
        return {DIRECTORY: shards.directory, **shards.parts}

    def _run(self, run: Callable[[str], Any], text: str) -> Any:  # noqa: ANN401 - as scripts return
        try:
            return run(text)
        except self._failure as failure:
            raise FinderError(self._explain(str(failure).partition("\n")[0])) from failure

    def _explain(self, failure: str) -> str:
        """Return what went wrong. Without memory, the interpreter creates no error or message."""
        if failure.endswith("interrupted"):
            return f"The finder took more than {self._seconds:g} seconds."
        if failure in {"null", "InternalError"} or failure.endswith("out of memory"):
            return f"The finder needed more than {self._megabytes:g} MB of memory."
        return f"The finder's script failed: {failure}"


def _pending(data: dict[str, Any]) -> list[str]:
    """Return the names of the parts of the texts that an answer needs to be complete."""
    pending: list[str] = data["pending"] or data["also"]["pending"]
    return pending


def _read_answer(data: dict[str, Any]) -> FinderAnswer:
    return FinderAnswer(
        query=data["query"],
        subject=data["subject"],
        leading=data["leading"],
        asked=_values(data["asked"]),
        refused=_values(data["refused"]),
        failing={
            id_: Failing(tuple(each["unstated"]), tuple(each["refused"]))
            for id_, each in data["failing"].items()
        },
        applications=tuple(_application(each) for each in data["applications"]),
        partners=tuple(
            PartnerAnswer(**{**each, "match": Match(each["match"])}) for each in data["partners"]
        ),
        together=_together(data["together"]),
        mentioned=tuple(map(_mention, data["mentioned"])),
        partly=tuple(map(_mention, data["partly"])),
        unsaid=tuple(data["unsaid"]),
        also=tuple(map(_mention, data["also"]["mentioned"])),
        may_connect=tuple(
            PossiblePartner(each["id"], each["name"], tuple(each["reach"]))
            for each in data["may_connect"]
        ),
        nearest=tuple(Nearest(**each) for each in data["nearest"]),
        facets={
            facet: tuple(FacetValue(**value) for value in values)
            for facet, values in data["facets"].items()
        },
        loosened=tuple(WiderSearch(**each) for each in data["loosened"]),
        longer_lists=tuple(LongerList(**each) for each in data["longer_lists"]),
    )


def _values(data: list[tuple[str, list[str], list[str]]]) -> tuple[Asked, ...]:
    return tuple(Asked(key, tuple(values), tuple(names)) for key, values, names in data)


def _together(data: dict[str, Any] | None) -> Together | None:
    if data is None:
        return None
    applications, others = (
        tuple(NamedPart(**each) for each in data[key]) for key in ("applications", "others")
    )
    return Together(applications, others, tuple(data["partners"]))


def _mention(data: dict[str, Any]) -> Mention:
    marks = tuple((start, end) for start, end in data["marks"])
    words = {key: tuple(data.get(key, ())) for key in ("listed", "missing")}
    return Mention(**{**data, "marks": marks, **words})


def _application(data: dict[str, Any]) -> ApplicationAnswer:
    lists = {name: tuple(data[name]) for name in ("aliases", "partners")}
    return ApplicationAnswer(**{**data, **lists, "match": Match(data["match"])})
