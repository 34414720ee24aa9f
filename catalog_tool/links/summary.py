"""All links with what is known of them: what a report shows, in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from catalog_tool.links.findings import diagnostics_of
from catalog_tool.links.history import is_dead
from catalog_tool.links.inventory import Link, links_of
from catalog_tool.links.state import Seen, State
from catalog_tool.links.visit import Verdict
from catalog_tool.loader.load import Loaded
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.text.phrases import quantity


class Standing(StrEnum):
    """What is known of a link in one word."""

    OK = "ok"
    UNKNOWN = "unknown"
    DEAD = "dead"
    UNOPENED = "unopened"


@dataclass(frozen=True)
class Outlook:
    """The links of a catalog.

    Attributes:
        links: all of them, sorted by address.
        state: what is known of them.
        diagnostics: what is wrong with them, worst first.
    """

    links: tuple[Link, ...]
    state: State
    diagnostics: tuple[Diagnostic, ...]

    @classmethod
    def of(cls, loaded: Loaded, state: State) -> Outlook:
        """Return the outlook on the links of a catalog."""
        links = links_of(loaded.catalog)
        return cls(links, state, diagnostics_of(links, state, loaded.sources))

    @cached_property
    def numbers(self) -> dict[Standing, int]:
        """How many links stand how."""
        found = Counter(self.standing(link) for link in self.links)
        return {standing: found[standing] for standing in Standing}

    def seen(self, link: Link) -> Seen | None:
        """Return what is known of a link, if it was opened."""
        return self.state.links.get(link.address)

    def standing(self, link: Link) -> Standing:
        """Return what is known of a link in one word: a failure alone says nothing yet."""
        seen = self.seen(link)
        if seen is None:
            return Standing.UNOPENED
        if is_dead(seen):
            return Standing.DEAD
        return Standing.OK if seen.verdict is Verdict.OK else Standing.UNKNOWN

    def unknown(self) -> Iterator[tuple[Link, Seen]]:
        """Yield the links of which the last visit said nothing, or nothing certain."""
        for link in self.links:
            if (seen := self.seen(link)) and self.standing(link) is Standing.UNKNOWN:
                yield link, seen

    def sentence(self) -> str:
        """Return the numbers as one plain sentence."""
        words = {
            Standing.OK: "ok",
            Standing.UNKNOWN: "unknown",
            Standing.DEAD: "dead",
            Standing.UNOPENED: "not opened yet",
        }
        parts = [f"{self.numbers[each]} {word}" for each, word in words.items()]
        shown = [part for part in parts if not part.startswith("0 ")]
        of_them = f": {', '.join(shown)}" if shown else ""
        return f"{quantity(len(self.links), 'link')}{of_them}."


def words_of(seen: Seen) -> str:
    """Return what is known of a link whose answer is unknown, in a few words."""
    if seen.verdict is not Verdict.FAILED:
        return seen.reason
    times = f"on {quantity(seen.failures, 'day')} since {seen.failing_since}"
    return f"{seen.reason}, {times}; dead if that goes on"
