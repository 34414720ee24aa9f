"""What a query asks for: which of its words must be found, and what to try if nothing is."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass, replace

from catalog_tool.site.finder.slips import SHORTEST_MISTYPED, is_slip
from catalog_tool.site.finder.words import MOST_CHARACTERS, query_words
from catalog_tool.text.ordering import latin

FILLERS = frozenset(
    """
    a an the this that these those any anyone anybody someone somebody some all
    who whom which what where how is are be there it its
    do does did can could will would should have has had need needs want wants
    i me my mine we us our ours you your yours they their
    about for from to into of in on at by with without via through over using use uses and or please
    find list search show looking look get buy offer offers offering sell sells
    connect connects connected connecting connection connections connector connectors
    integrate integrates integrated integrating integration integrations
    provision provisions provisioned provisioning sync syncs synchronize synchronise
    support supports supported supporting work works working
    partner partners provider providers company companies
    gateway gateways adapter adapters app apps application applications
    api apis interface interfaces
    user users account accounts
    """.split()
)
"""Words of questions: whatever is found need not have them, but ranks before others if it has."""

KINDS = frozenset(
    """
    system systems software tool tools solution solutions product products module modules
    platform platforms program programs package packages version versions vendor vendors
    """.split()
)
"""Words for applications of any sort: the same, unless a query has nothing else."""

_LIGHT = FILLERS | KINDS

# A year, Oracle 19c, V7R4. A number alone may be a name: Dynamics 365, chris 21.
_VERSION = re.compile(r"(?:19|20)[0-9]{2}|[0-9]+[cgi]|v[0-9].*")

# The word that was meant, or the one that was typed, may have a letter less than four: if nothing
# else is found.
_SHORTEST_AT_LAST = 3
_SHORTEST_MISTYPED_FILLER = 6

_CONTENT = 3


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it is compared.

    Attributes:
        typed: the text, folded.
        words: its words, each once.
    """

    typed: str
    words: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.words

    @property
    def is_all_filler(self) -> bool:
        """Whether no word says what is looked for."""
        return FILLERS.issuperset(self.words)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading of a query.

    Attributes:
        query: what is read.
        required: positions of the words that whatever is found must have; at least one.
        shortest: letters that the shorter of a mistyped word and the meant one needs.
        exact: words that are never mistyped.
        is_described: whether words that describe a category count.
    """

    query: Query
    required: tuple[int, ...]
    shortest: int = SHORTEST_MISTYPED
    exact: Collection[str] = frozenset()
    is_described: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the readings of a query depend on.

    Attributes:
        names: all texts that things are found by, each without spaces.
        interfaces: words of the names of interfaces.
        directions: words of the names of directions.
        described: words that describe categories.
    """

    names: Container[str]
    interfaces: Collection[str]
    directions: Collection[str]
    described: Collection[str]


def read_query(text: str) -> Query:
    """Return what a text asks for."""
    return Query(latin(text[:MOST_CHARACTERS]), tuple(dict.fromkeys(query_words(text))))


def attempts(query: Query, known: Known) -> Iterator[Attempt]:
    """Yield the readings of a query, the strictest first; the first that finds something counts.

    Args:
        query: one with words.
        known: what the catalog knows.
    """
    words = query.words
    content = _content(words, known)
    core = tuple(at for at in content if not _may_be_left_out(words, at, known.interfaces))
    readings = list(filter(None, dict.fromkeys([content, core])))
    exact = {*known.interfaces, *known.directions}
    strict = [Attempt(query, required, exact=exact) for required in readings]
    yield from strict
    yield from (
        replace(reading, shortest=_SHORTEST_AT_LAST)
        for reading in strict
        if any(_SHORTEST_AT_LAST <= len(words[at]) <= SHORTEST_MISTYPED for at in reading.required)
    )


def described(attempt: Attempt, known: Known) -> Attempt | None:
    """Return the same reading with the descriptions of categories; ``None`` if they say nothing."""
    words = {attempt.query.words[at] for at in attempt.required} - _LIGHT.union(attempt.exact)
    return replace(attempt, is_described=True) if not words.isdisjoint(known.described) else None


def without_versions(attempt: Attempt) -> Attempt | None:
    """Return the same reading without versions, ``Oracle 19c``; ``None`` if that is no other."""
    words = attempt.query.words
    numbers = {at for at, word in enumerate(words) if word.isdecimal()}
    required = tuple(
        at
        for at in attempt.required
        if not (_VERSION.fullmatch(words[at]) or (at in numbers and {at - 1, at + 1} & numbers))
    )
    return replace(attempt, required=required) if () != required != attempt.required else None


def _content(words: tuple[str, ...], known: Known) -> tuple[int, ...]:
    """Return the positions of the words that say what is looked for.

    Those are a whole name, *System i*, that only words of less weight stand around; or else the
    words of most weight. No such name begins with a question: "my epic" asks for *Epic*.
    """
    every = range(len(words))
    weights = [_weight(word, known) for word in words]
    heaviest = tuple(at for at in every if weights[at] == max(weights))
    inner = heaviest if max(weights) == _CONTENT else (len(words) - 1, 0)
    runs = (
        tuple(every[first:end])
        for first in range(inner[0] + 1)
        if weights[first]
        for end in range(len(words), max(first, inner[-1]), -1)
    )
    return next((run for run in runs if "".join(words[at] for at in run) in known.names), heaviest)


def _weight(word: str, known: Known) -> int:
    if word in FILLERS:
        return 0
    if word in KINDS:
        return 1
    return 2 if word in known.directions else _CONTENT


def _may_be_left_out(words: tuple[str, ...], at: int, interfaces: Collection[str]) -> bool:
    """Return whether a word only says how to connect, or is a filler in the making or mistyped."""
    word = words[at]
    is_unfinished = at > 0 and at == len(words) - 1
    return (
        word in interfaces
        or (is_unfinished and any(filler.startswith(word) for filler in _LIGHT))
        or any(
            min(len(word), len(filler)) >= _SHORTEST_MISTYPED_FILLER and is_slip(word, filler)
            for filler in _LIGHT
        )
    )
