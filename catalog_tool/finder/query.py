"""What a query asks for: which of its words must be found, and what to try if nothing is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from catalog_tool.finder.slips import SHORTEST_MISTYPED, is_slip
from catalog_tool.finder.words import MOST_CHARACTERS, query_words
from catalog_tool.ordering import latin

FILLERS = frozenset(
    """
    a an the this that these those any anyone anybody someone somebody some all
    who whom which what where how is are be there it its
    do does did can could will would should have has had need needs want wants
    i me my mine we us our ours you your yours they their
    for from to into of in on at by with without via through over using use uses and or please
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

# The word that was meant, or the one that was typed, may have a letter less than four: if nothing
# else is found.
_SHORTEST_AT_LAST = 3
_SHORTEST_MISTYPED_FILLER = 6


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
    """

    query: Query
    required: tuple[int, ...]
    shortest: int = SHORTEST_MISTYPED


def read_query(text: str) -> Query:
    """Return what a text asks for."""
    return Query(latin(text[:MOST_CHARACTERS]), tuple(dict.fromkeys(query_words(text))))


def attempts(query: Query, interfaces: Collection[str]) -> Iterator[Attempt]:
    """Yield the readings of a query, the strictest first; the first that finds something counts.

    Args:
        query: one with words.
        interfaces: words of the names of interfaces.
    """
    words = query.words
    every = tuple(range(len(words)))
    content = tuple(at for at in every if words[at] not in FILLERS) or every
    core = tuple(at for at in content if not _may_be_left_out(words, at, interfaces))
    readings = list(filter(None, dict.fromkeys([content, core])))
    yield from (Attempt(query, required) for required in readings)
    yield from (
        Attempt(query, required, _SHORTEST_AT_LAST)
        for required in readings
        if any(_SHORTEST_AT_LAST <= len(words[at]) <= SHORTEST_MISTYPED for at in required)
    )


def _may_be_left_out(words: tuple[str, ...], at: int, interfaces: Collection[str]) -> bool:
    """Return whether a word only says how to connect, or is a filler in the making or mistyped."""
    word = words[at]
    is_unfinished = at > 0 and at == len(words) - 1
    return (
        word in interfaces
        or (is_unfinished and any(filler.startswith(word) for filler in FILLERS))
        or any(
            min(len(word), len(filler)) >= _SHORTEST_MISTYPED_FILLER and is_slip(word, filler)
            for filler in FILLERS
        )
    )
