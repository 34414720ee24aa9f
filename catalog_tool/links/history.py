"""The history of a link over many visits: a link is dead only after failing for a week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from catalog_tool.links.inventory import CatalogLink, in_shard
from catalog_tool.links.state import REASON_MAX_LENGTH, LinkRecord, State
from catalog_tool.links.target import target_of
from catalog_tool.links.visit import LinkVerdict, VisitResult
from catalog_tool.text.urls.domains import registrable_domain

DEAD_AFTER_FAILURES = 3
"""A dead link failed on at least this many days, with no success between them."""

DEAD_AFTER = dt.timedelta(days=7)
"""The least time between the first and the last of those days."""

LOST_AFTER = dt.timedelta(days=90)
"""How long a lost name is reported. Somebody who looked and found nothing wrong cannot dismiss the
report, and nobody reads an issue that never closes."""

UNJUDGED_AFTER = dt.timedelta(days=90)
"""How long visits must be inconclusive before a person is asked to open the link."""

UNJUDGED_UNTIL = dt.timedelta(days=120)
"""When the request ends: many sites never answer programs, and by then somebody has looked."""

OUTAGE_HOSTS = 3
"""Our own network is at fault if at least this many hosts were asked and none answered."""


def is_dead(seen: LinkRecord) -> bool:
    """Return whether a link has failed often enough, for long enough."""
    if seen.failing_since is None or seen.failed_on is None:
        return False
    return (
        seen.failures >= DEAD_AFTER_FAILURES and seen.failed_on - seen.failing_since >= DEAD_AFTER
    )


def is_unjudged(seen: LinkRecord) -> bool:
    """Return whether a person should open a link because its visits stayed inconclusive."""
    if seen.unjudged_since is None or seen.verdict is not LinkVerdict.UNKNOWN:
        return False
    return UNJUDGED_AFTER <= seen.opened_on - seen.unjudged_since < UNJUDGED_UNTIL


def due(
    links: Iterable[CatalogLink], state: State, shard: tuple[int, int], day: dt.date
) -> tuple[CatalogLink, ...]:
    """Return the links to open: those of a shard, except those that already worked that day.

    Args:
        links: all links.
        state: what earlier visits found.
        shard: which part of the hosts, from 1, and how many parts there are.
        day: the day of the run.
    """
    return tuple(
        link
        for link in in_shard(links, *shard)
        if not _is_fresh(state.links.get(link.address), day)
    )


def _is_fresh(seen: LinkRecord | None, day: dt.date) -> bool:
    return seen is not None and seen.opened_on == day and seen.verdict is LinkVerdict.OK


def is_outage(answers: Mapping[str, VisitResult]) -> bool:
    """Return whether our own network failed: several hosts were asked and none answered."""
    hosts = {target_of(address).host for address in answers}
    return len(hosts) >= OUTAGE_HOSTS and not any(one.ended_at for one in answers.values())


def update_state(
    state: State, links: Iterable[CatalogLink], answers: Mapping[str, VisitResult], day: dt.date
) -> State:
    """Return the state after a run, finished or interrupted.

    Args:
        state: the state before the run.
        links: all links of the catalog; other links are dropped from the state.
        answers: results of the links that were opened, by address.
        day: the day of the run.
    """
    known: dict[str, LinkRecord] = {}
    for link in links:
        before, answer = state.links.get(link.address), answers.get(link.address)
        if answer:
            known[link.address] = record_visit(before, link, answer, day)
        elif before:
            known[link.address] = before
    return State(links=known)


def record_visit(
    before: LinkRecord | None, link: CatalogLink, answer: VisitResult, day: dt.date
) -> LinkRecord:
    """Return the record of a link after a visit.

    Args:
        before: the record before the visit; ``None`` for a new link.
        link: the link.
        answer: result of the visit.
        day: the day of the visit.
    """
    failures = _failures(before, answer.verdict, day)
    names = _names(before, link, answer, day)
    lost = _lost(before, names, answer)
    return LinkRecord(
        opened_on=day,
        verdict=answer.verdict,
        reason=answer.reason[:REASON_MAX_LENGTH],
        failures=failures.days,
        failing_since=failures.first,
        failed_on=failures.last,
        unjudged_since=_unjudged_since(before, answer.verdict, day),
        leads_to=_leads_to(before, link, answer),
        unsafe=answer.unsafe[:REASON_MAX_LENGTH],
        names=tuple(sorted(names)),
        lost_names=lost,
        lost_since=_lost_since(before, day) if lost else None,
    )


class _Failures(NamedTuple):
    """The number of days on which a link failed since it last worked, and the first and last."""

    days: int = 0
    first: dt.date | None = None
    last: dt.date | None = None


def _failures(before: LinkRecord | None, verdict: LinkVerdict, day: dt.date) -> _Failures:
    """Return the failures after a visit; an inconclusive visit doesn't change them."""
    if verdict is LinkVerdict.OK:
        return _Failures()
    past = _past_failures(before, day)
    # A day counts once, even if the link is opened several times.
    if verdict is LinkVerdict.UNKNOWN or past.last == day:
        return past
    return _Failures(past.days + 1, past.first or day, day)


def _past_failures(before: LinkRecord | None, day: dt.date) -> _Failures:
    """Return the failures before a visit, except those that a wrong clock dated in the future."""
    if before is None or before.failing_since is None or before.failed_on is None:
        return _Failures()
    if max(before.failing_since, before.failed_on) > day:
        return _Failures()
    return _Failures(before.failures, before.failing_since, before.failed_on)


def _unjudged_since(
    before: LinkRecord | None, verdict: LinkVerdict, day: dt.date
) -> dt.date | None:
    """Return the day since which visits were inconclusive, which is never in the future."""
    if verdict is LinkVerdict.OK:
        return None
    if before and before.unjudged_since:
        return min(before.unjudged_since, day)
    return day if verdict is LinkVerdict.UNKNOWN else None


def _leads_to(before: LinkRecord | None, link: CatalogLink, answer: VisitResult) -> str:
    """Return the page on another registrable domain where a link ends, or ``""``.

    A visit without a page keeps what was known before.
    """
    if answer.verdict is not LinkVerdict.OK:
        return before.leads_to if before else ""
    is_moved = registrable_domain(target_of(answer.ended_at).host) != registrable_domain(link.host)
    return answer.ended_at if is_moved else ""


def _names(
    before: LinkRecord | None, link: CatalogLink, answer: VisitResult, day: dt.date
) -> frozenset[str]:
    """Return the partners that a page has ever named and that still link to it.

    Names that were missing for a long time are dropped.
    """
    ever = frozenset(before.names if before else ())
    if before and day - _lost_since(before, day) >= LOST_AFTER:
        ever -= frozenset(before.lost_names)
    return (ever | (answer.names or frozenset())) & link.names


def _lost_since(before: LinkRecord | None, day: dt.date) -> dt.date:
    """Return the day since which a name is missing from a page, which is never in the future."""
    return min(before.lost_since, day) if before and before.lost_since else day


def _lost(before: LinkRecord | None, names: frozenset[str], answer: VisitResult) -> tuple[str, ...]:
    """Return the partners that a page no longer names.

    A visit that couldn't read the page keeps what was known before.
    """
    if answer.verdict is not LinkVerdict.OK or answer.names is None:
        return tuple(name for name in (before.lost_names if before else ()) if name in names)
    return tuple(sorted(names - answer.names))
