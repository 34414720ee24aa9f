"""Problems with links, one for each place that has the link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from catalog_tool.links.history import LOST_AFTER, UNJUDGED_UNTIL, is_dead, is_unjudged
from catalog_tool.links.inventory import CatalogLink, LinkLocation
from catalog_tool.links.state import LinkRecord, State
from catalog_tool.links.visit import LinkVerdict
from catalog_tool.linter.engine import Findings
from catalog_tool.linter.exceptions import UNNEEDED, Excepted, apply_exceptions, unneeded_exceptions
from catalog_tool.linter.location import locate
from catalog_tool.linter.rules.rule import Rule
from catalog_tool.loader.load import Loaded
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Diagnostic, Problem
from catalog_tool.model.exceptions import RuleException
from catalog_tool.text.phrases import shorten

_ABOUT_LINKS = "CAT4"
LONGEST_ADDRESS = 120
"""Most characters of an address in a message; that is enough to recognize its host."""


def findings_of(
    links: Iterable[CatalogLink], state: State, loaded: Loaded, rules: Mapping[str, Rule]
) -> Findings:
    """Return what is wrong with links.

    Args:
        links: the links.
        state: what earlier visits found.
        loaded: the catalog that contains the links.
        rules: the rules that apply, by name.
    """
    catalog, links = loaded.catalog, tuple(links)
    found = [
        problem
        for link in links
        if (seen := state.links.get(link.address))
        for problem in _problems(link, seen)
        if problem.rule in rules
    ]
    problems, passing = apply_exceptions(found, catalog)
    if UNNEEDED in rules:
        problems += unneeded_exceptions(found, catalog, _works(links, state, catalog, rules))

    def located(problem: Problem) -> Diagnostic:
        return locate(problem, rules[problem.rule], loaded.sources)

    diagnostics = sorted({*map(located, problems)}, key=lambda diagnostic: diagnostic.order)
    excepted = tuple(Excepted(located(problem), exception) for problem, exception in passing)
    return Findings(tuple(diagnostics), excepted)


def _works(
    links: Iterable[CatalogLink], state: State, catalog: Catalog, rules: Mapping[str, Rule]
) -> Callable[[RuleException], bool]:
    """Return a function that says whether an exception is about a link that works, or about none.

    A link that fails, but not yet for long enough, may need its exception again.
    """
    places = {(place.path, link.address) for link in links for place in link.places}

    def works(exception: RuleException) -> bool:
        rule, entry = rules.get(exception.rule), catalog.by_id.get(exception.entry)
        if not (entry and rule and rule.code.startswith(_ABOUT_LINKS) and rule.allows_exceptions):
            return False
        seen = state.links.get(exception.text)
        is_link = (entry.source.path, exception.text) in places
        return not is_link or (seen is not None and seen.verdict is LinkVerdict.OK)

    return works


def _problems(link: CatalogLink, seen: LinkRecord) -> Iterator[Problem]:
    for place in link.places:
        for problem in _of_place(shorten(link.address, LONGEST_ADDRESS), place, seen):
            yield replace(problem, where=place.where, path=place.path, quote=link.address)


def _of_place(address: str, place: LinkLocation, seen: LinkRecord) -> Iterator[Problem]:
    if is_dead(seen):
        yield Problem(
            (),
            f"{address} hasn't worked since {seen.failing_since}: {seen.reason}"
            f" on {seen.failures} days.",
            "Replace it with the address that works now, or remove the link. If it works in a "
            "browser, an admin can let it pass with an exception in _exceptions.yaml.",
            rule="dead-link",
        )
        return
    if is_unjudged(seen):
        yield Problem(
            (),
            f"We haven't been able to tell since {seen.unjudged_since} whether {address} works: "
            f"{seen.reason}.",
            "Open the link yourself. If it shows the right page, leave it as it is. "
            f"This message stops after {UNJUDGED_UNTIL.days} days.",
            rule="unjudged-link",
        )
    if seen.unsafe:
        yield Problem(
            (),
            f"{address} leads to {seen.unsafe}.",
            "Use the https:// address of the page itself.",
            rule="unsafe-target",
        )
    if seen.leads_to:
        target = shorten(seen.leads_to, LONGEST_ADDRESS)
        yield Problem(
            (),
            f"{address} leads to {target}, which is on a different domain.",
            "Ask the partner. If that's the right page, use its address.",
            rule="moved-link",
        )
    if place.partner in seen.lost_names:
        yield Problem(
            (),
            f"{address} no longer mentions {place.partner!r}.",
            "Look at the page. If it no longer belongs to the partner, ask the partner. "
            f"Otherwise, leave it as it is. This message stops after {LOST_AFTER.days} days.",
            rule="lost-name",
        )
