"""What is to be said of the links: problems of rules, each at every place where its link stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from catalog_tool.links.history import LOST_AFTER, UNJUDGED_UNTIL, is_dead, is_unjudged
from catalog_tool.links.inventory import Link, Place
from catalog_tool.links.state import Seen, State
from catalog_tool.linter.engine import located
from catalog_tool.linter.rules.rule import all_rules
from catalog_tool.model.diagnostic import Diagnostic, Problem
from catalog_tool.model.source import Source
from catalog_tool.text.phrases import shorten

LONGEST_ADDRESS = 120
"""Characters of an address that fit in a sentence: its host is always whole enough to be known."""


def diagnostics_of(
    links: Iterable[Link], state: State, sources: Mapping[str, Source]
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with links, worst first.

    Args:
        links: the links.
        state: what is known of them.
        sources: the files that they stand in, by path.
    """
    rules = all_rules()
    found = {
        located(problem, rules[problem.rule], sources)
        for link in links
        if (seen := state.links.get(link.address))
        for problem in _problems(link, seen)
    }
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def _problems(link: Link, seen: Seen) -> Iterator[Problem]:
    for place in link.places:
        for problem in _of_place(shorten(link.address, LONGEST_ADDRESS), place, seen):
            yield replace(problem, where=place.where, path=place.path, quote=link.address)


def _of_place(address: str, place: Place, seen: Seen) -> Iterator[Problem]:
    if is_dead(seen):
        yield Problem(
            (),
            f"{address} has not worked since {seen.failing_since}: {seen.reason},"
            f" on {seen.failures} days.",
            "Write the address that works now, or take the link away.",
            rule="dead-link",
        )
        return
    if is_unjudged(seen):
        yield Problem(
            (),
            f"{address} could not be judged since {seen.unjudged_since}: {seen.reason}.",
            "Open it yourself. If it is the right page, leave it as it is: "
            f"after {UNJUDGED_UNTIL.days} days this is not said again.",
            rule="unjudged-link",
        )
    if seen.unsafe:
        yield Problem(
            (),
            f"{address} leads to {seen.unsafe}.",
            "Write the address of a page that https:// reaches directly.",
            rule="unsafe-target",
        )
    if seen.leads_to:
        target = shorten(seen.leads_to, LONGEST_ADDRESS)
        yield Problem(
            (),
            f"{address} leads to {target}, on a domain that is not its own.",
            "Ask the partner. If that is the right page, write its address.",
            rule="moved-link",
        )
    if place.partner in seen.lost_names:
        yield Problem(
            (),
            f"{address} named {place.partner!r} before, and does not any more.",
            "Look at the page. If it is not the partner's any more, ask the partner. If it is, "
            f"leave it as it is: after {LOST_AFTER.days} days this is not said again.",
            rule="lost-name",
        )
