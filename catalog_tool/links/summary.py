"""All links with their state, which is what a report shows in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from catalog_tool.links.findings import findings_of
from catalog_tool.links.history import is_dead
from catalog_tool.links.inventory import CatalogLink, links_of
from catalog_tool.links.state import LinkRecord, State
from catalog_tool.links.visit import LinkVerdict
from catalog_tool.linter.exceptions import Excepted
from catalog_tool.linter.reporters.summary import excepted_sentence
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.loader.load import Loaded
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.text.phrases import quantity


class LinkStatus(StrEnum):
    """The status of a link, in one word."""

    OK = "ok"
    UNKNOWN = "unknown"
    DEAD = "dead"
    UNOPENED = "unopened"


@dataclass(frozen=True)
class LinkSummary:
    """The links of a catalog and their state.

    Attributes:
        links: all links, sorted by address.
        state: what earlier visits found.
        diagnostics: what is wrong with links, worst first.
        excepted: the problems that exceptions let pass.
    """

    links: tuple[CatalogLink, ...]
    state: State
    diagnostics: tuple[Diagnostic, ...]
    excepted: tuple[Excepted, ...] = ()

    @classmethod
    def of(
        cls, loaded: Loaded, state: State, rules: Mapping[str, Rule] | None = None
    ) -> LinkSummary:
        """Return the summary of the links of a catalog.

        Args:
            loaded: the catalog.
            state: what earlier visits found.
            rules: the rules to apply, by name; all rules if ``None``.
        """
        links = links_of(loaded.catalog)
        found = findings_of(links, state, loaded, rules or all_rules())
        return cls(links, state, found.diagnostics, found.excepted)

    @cached_property
    def numbers(self) -> dict[LinkStatus, int]:
        """The number of links with each status."""
        found = Counter(self.status_of(link) for link in self.links)
        return {standing: found[standing] for standing in LinkStatus}

    def record_of(self, link: CatalogLink) -> LinkRecord | None:
        """Return the record of a link, if it was ever opened."""
        return self.state.links.get(link.address)

    def status_of(self, link: CatalogLink) -> LinkStatus:
        """Return the status of a link; it is unknown while a failure is recent."""
        seen = self.record_of(link)
        if seen is None:
            return LinkStatus.UNOPENED
        if is_dead(seen):
            return LinkStatus.DEAD
        return LinkStatus.OK if seen.verdict is LinkVerdict.OK else LinkStatus.UNKNOWN

    def unknown(self) -> Iterator[tuple[CatalogLink, LinkRecord]]:
        """Yield the links whose status is unknown, with their records."""
        for link in self.links:
            if (seen := self.record_of(link)) and self.status_of(link) is LinkStatus.UNKNOWN:
                yield link, seen

    def sentence(self) -> str:
        """Return the numbers as one sentence."""
        words = {
            LinkStatus.OK: "ok",
            LinkStatus.UNKNOWN: "unknown",
            LinkStatus.DEAD: "dead",
            LinkStatus.UNOPENED: "not opened yet",
        }
        parts = [f"{self.numbers[each]} {word}" for each, word in words.items()]
        shown = [part for part in parts if not part.startswith("0 ")]
        of_them = f": {', '.join(shown)}" if shown else ""
        links = f"{quantity(len(self.links), 'link')}{of_them}."
        return f"{links}{excepted_sentence(len(self.excepted))}"


def words_of(seen: LinkRecord) -> str:
    """Return the last result of a link whose status is unknown, in a few words."""
    if seen.verdict is not LinkVerdict.FAILED:
        return seen.reason
    times = f"on {quantity(seen.failures, 'day')} since {seen.failing_since}"
    return f"{seen.reason} {times}; dead if this continues"
