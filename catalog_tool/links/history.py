"""From one visit to what is known of a link: dead only after failing for a week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from catalog_tool.links.inventory import Link, in_shard
from catalog_tool.links.state import REASON_MAX_LENGTH, Seen, State
from catalog_tool.links.target import target_of
from catalog_tool.links.visit import Answer, Verdict
from catalog_tool.text.urls.domains import registrable_domain

DEAD_AFTER_FAILURES = 3
"""On so many days a link must have failed, with no success between them, to be dead."""

DEAD_AFTER = dt.timedelta(days=7)
"""So much time must lie between the first and the last of them at least."""

LOST_AFTER = dt.timedelta(days=90)
"""So long a lost name is reported: whoever has looked and found nothing wrong has no other way to
say so, and an issue that never closes is read by nobody."""

UNJUDGED_AFTER = dt.timedelta(days=90)
"""So long a link must have said nothing of its page before a person is asked to open it."""

UNJUDGED_UNTIL = dt.timedelta(days=120)
"""Then that is said no more: many a site never answers programs, and somebody has looked."""

OUTAGE_HOSTS = 3
"""So many hosts must be silent, and all of them, before our own network is blamed."""


def is_dead(seen: Seen) -> bool:
    """Return whether a link has failed often enough, for long enough."""
    if seen.failing_since is None or seen.failed_on is None:
        return False
    return (
        seen.failures >= DEAD_AFTER_FAILURES and seen.failed_on - seen.failing_since >= DEAD_AFTER
    )


def is_unjudged(seen: Seen) -> bool:
    """Return whether a person should open a link, since no visit has told anything for long."""
    if seen.unjudged_since is None or seen.verdict is not Verdict.UNKNOWN:
        return False
    return UNJUDGED_AFTER <= seen.opened_on - seen.unjudged_since < UNJUDGED_UNTIL


def due(
    links: Iterable[Link], state: State, shard: tuple[int, int], day: dt.date
) -> tuple[Link, ...]:
    """Return the links to open: those of a shard, without those that worked that day already.

    Args:
        links: all links.
        state: what is known of them.
        shard: which part of the hosts, from 1, and how many parts there are.
        day: the day of the run.
    """
    return tuple(
        link
        for link in in_shard(links, *shard)
        if not _is_fresh(state.links.get(link.address), day)
    )


def _is_fresh(seen: Seen | None, day: dt.date) -> bool:
    return seen is not None and seen.opened_on == day and seen.verdict is Verdict.OK


def is_outage(answers: Mapping[str, Answer]) -> bool:
    """Return whether a run says more of our own network than of the links: no host answered."""
    hosts = {target_of(address).host for address in answers}
    return len(hosts) >= OUTAGE_HOSTS and not any(one.ended_at for one in answers.values())


def remembered(
    state: State, links: Iterable[Link], answers: Mapping[str, Answer], day: dt.date
) -> State:
    """Return what is known after a run, finished or interrupted.

    Args:
        state: what was known before.
        links: all links of the catalog; others are forgotten.
        answers: what came of the links that were opened, by address.
        day: the day of the run.
    """
    known: dict[str, Seen] = {}
    for link in links:
        before, answer = state.links.get(link.address), answers.get(link.address)
        if answer:
            known[link.address] = seen_after(before, link, answer, day)
        elif before:
            known[link.address] = before
    return State(links=known)


def seen_after(before: Seen | None, link: Link, answer: Answer, day: dt.date) -> Seen:
    """Return what is known of a link after a visit.

    Args:
        before: what was known before; ``None`` if nothing was.
        link: the link.
        answer: what came of the visit.
        day: the day of the visit.
    """
    failures = _failures(before, answer.verdict, day)
    names = _names(before, link, answer, day)
    lost = _lost(before, names, answer)
    return Seen(
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
    """On how many days a link has failed since it last worked, and the first and last of them."""

    days: int = 0
    first: dt.date | None = None
    last: dt.date | None = None


def _failures(before: Seen | None, verdict: Verdict, day: dt.date) -> _Failures:
    """Return the failures after a visit; one that says nothing leaves them as they are."""
    if verdict is Verdict.OK:
        return _Failures()
    past = _past_failures(before, day)
    # A day counts once, however often a link is opened on it.
    if verdict is Verdict.UNKNOWN or past.last == day:
        return past
    return _Failures(past.days + 1, past.first or day, day)


def _past_failures(before: Seen | None, day: dt.date) -> _Failures:
    """Return the failures before a visit, without those that a wrong clock put into the future."""
    if before is None or before.failing_since is None or before.failed_on is None:
        return _Failures()
    if max(before.failing_since, before.failed_on) > day:
        return _Failures()
    return _Failures(before.failures, before.failing_since, before.failed_on)


def _unjudged_since(before: Seen | None, verdict: Verdict, day: dt.date) -> dt.date | None:
    """Return since when no visit has told anything; no day of the future."""
    if verdict is Verdict.OK:
        return None
    if before and before.unjudged_since:
        return min(before.unjudged_since, day)
    return day if verdict is Verdict.UNKNOWN else None


def _leads_to(before: Seen | None, link: Link, answer: Answer) -> str:
    """Return where a link ends, if somebody else registered that; the last known if it is not."""
    if answer.verdict is not Verdict.OK:
        return before.leads_to if before else ""
    is_moved = registrable_domain(target_of(answer.ended_at).host) != registrable_domain(link.host)
    return answer.ended_at if is_moved else ""


def _names(before: Seen | None, link: Link, answer: Answer, day: dt.date) -> frozenset[str]:
    """Return the partners that a page has ever named, as far as they still link it.

    Those that it has not named for long are forgotten.
    """
    ever = frozenset(before.names if before else ())
    if before and day - _lost_since(before, day) >= LOST_AFTER:
        ever -= frozenset(before.lost_names)
    return (ever | (answer.names or frozenset())) & link.names


def _lost_since(before: Seen | None, day: dt.date) -> dt.date:
    """Return since when a page has not named a partner that it named; no day of the future."""
    return min(before.lost_since, day) if before and before.lost_since else day


def _lost(before: Seen | None, names: frozenset[str], answer: Answer) -> tuple[str, ...]:
    """Return the partners that a page does not name any more; the last known if it is not read."""
    if answer.verdict is not Verdict.OK or answer.names is None:
        return tuple(name for name in (before.lost_names if before else ()) if name in names)
    return tuple(sorted(names - answer.names))
