"""Opens one link, with redirects, pauses, and retries."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from http import HTTPStatus

from catalog_tool.links.deadline import Deadline
from catalog_tool.links.page import names_on, page_text, refresh_address, refresh_target
from catalog_tool.links.rate_limit import HostBusyError, RateLimit
from catalog_tool.links.resolver import NameServerError, NoSuchHostError
from catalog_tool.links.retry_after import seconds_asked_for
from catalog_tool.links.target import Target, UnsafeTargetError, redirect_target, target_of
from catalog_tool.links.transport import CertificateError, NoAnswerError, Response

MOST_REDIRECTS = 5

Fetch = Callable[[Target, Deadline], Response]
"""Requests a target once, as :meth:`catalog_tool.links.transport.Transport.fetch` does."""

_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class LinkVerdict(StrEnum):
    """The verdict of one visit; only several failures make a link dead."""

    OK = "ok"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class VisitResult:
    """The result of opening a link.

    Attributes:
        verdict: whether the link works.
        reason: the reason for the verdict, in a few words.
        ended_at: the address of the final page; ``""`` if no page was reached.
        unsafe: the unsafe target that the link leads to, in a few words; or ``""``.
        names: which of the expected names the page shows; ``None`` if it has no readable text.
        may_pass: whether a retry soon makes sense.
    """

    verdict: LinkVerdict
    reason: str
    ended_at: str = ""
    unsafe: str = ""
    names: frozenset[str] | None = None
    may_pass: bool = False


@dataclass(frozen=True, slots=True)
class VisitPolicy:
    """Limits of visits; all times are in seconds.

    Attributes:
        seconds: time limit for one link, with all its redirects, pauses and tries.
        try_seconds: time limit for one try.
        tries: how often to try a link that may work again soon.
        backoff: pause before the second try; it doubles for each further try.
        pause: pause between two requests to one host.
        workers: how many hosts are contacted at the same time.
    """

    seconds: float = 60.0
    try_seconds: float = 20.0
    tries: int = 3
    backoff: float = 2.0
    pause: float = 1.0
    workers: int = 16


@dataclass(frozen=True)
class Opener:
    """Opens links, for all threads of a run.

    Attributes:
        fetch: requests one target.
        policy: limits of visits.
        rate_limit: limits the request rate per host.
    """

    fetch: Fetch
    policy: VisitPolicy
    rate_limit: RateLimit

    def open(self, address: str, names: Collection[str] = ()) -> VisitResult:
        """Open a link.

        Args:
            address: the address.
            names: the names to look for on the page.
        """
        deadline = Deadline.within(self.policy.seconds)
        answer = self._try_once(address, names, deadline)
        for number in range(1, self.policy.tries):
            pause = self._backoff(number)
            if not answer.may_pass or pause >= deadline.seconds_left:
                break
            time.sleep(pause)
            again = self._try_once(address, names, deadline)
            if again == _BUSY:
                break
            answer = again
        return answer

    def _backoff(self, number: int) -> float:
        """Return the pause before another try; it is random, to spread the retries."""
        spread = random.uniform(0.5, 1.5)  # noqa: S311 - spreads requests, guards nothing
        return float(self.policy.backoff * 2 ** (number - 1) * spread)

    def read_once(self, address: str) -> Response | VisitResult:
        """Request an address once without following a redirect.

        Returns:
            The response, or why there is none.
        """
        try:
            deadline = Deadline.within(self.policy.try_seconds)
            return self._fetch_in_turn(target_of(address), deadline)
        except _FAILURES as error:
            return _failure(error)

    def _try_once(self, address: str, names: Collection[str], deadline: Deadline) -> VisitResult:
        try:
            return self._follow(target_of(address), names, deadline)
        except _FAILURES as error:
            return _failure(error)

    def _follow(self, target: Target, names: Collection[str], deadline: Deadline) -> VisitResult:
        for _ in range(MOST_REDIRECTS + 1):
            response = self._fetch_in_turn(target, deadline)
            page = page_text(response) if _is_page(response) else None
            following = _next_target(response, page, target)
            if following is None:
                shown = None if page is None else names_on(page, names)
                return replace(_result_of(response), ended_at=target.address, names=shown)
            target = following
        return VisitResult(LinkVerdict.UNKNOWN, f"more than {MOST_REDIRECTS} redirects")

    def _fetch_in_turn(self, target: Target, deadline: Deadline) -> Response:
        with self.rate_limit.slot(target.host, deadline):
            response = self.fetch(target, deadline.at_most(self.policy.try_seconds))
            asked = response.headers.get("retry-after", "")
            if response.status in _PASSING and (seconds := seconds_asked_for(asked)):
                self.rate_limit.pause_host(target.host, seconds)
        return response


_FAILURES = (
    UnsafeTargetError,
    NoSuchHostError,
    HostBusyError,
    NameServerError,
    NoAnswerError,
    TimeoutError,
)
_BUSY = VisitResult(LinkVerdict.UNKNOWN, "the host can't be asked again yet")


def _failure(error: Exception) -> VisitResult:
    match error:
        case UnsafeTargetError():
            return VisitResult(LinkVerdict.UNKNOWN, f"leads to {error}", unsafe=str(error))
        case NoSuchHostError():
            return VisitResult(LinkVerdict.FAILED, "the host doesn't exist")
        case HostBusyError():
            return _BUSY
        case CertificateError():
            return VisitResult(LinkVerdict.UNKNOWN, str(error))
        case TimeoutError():
            return VisitResult(LinkVerdict.UNKNOWN, "no answer in time", may_pass=True)
    return VisitResult(LinkVerdict.UNKNOWN, str(error), may_pass=True)


def _is_page(response: Response) -> bool:
    return HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES


def _next_target(response: Response, page: str | None, target: Target) -> Target | None:
    """Return the target that a response redirects to, or ``None`` if it is the final one.

    Raises:
        UnsafeTargetError: that target is not safe for readers.
    """
    if response.status in _REDIRECTS:
        location = response.headers.get("location", "")
        # Headers are read as Latin-1, as the standard requires; browsers read UTF-8.
        written = location.encode("latin-1", "replace").decode("utf-8", "replace")
        return redirect_target(target, written) if written else None
    if not _is_page(response):
        return None
    # The header counts even if the page has no readable text.
    sent = refresh_address(response.headers.get("refresh", ""))
    sent = sent or (refresh_target(page) if page else "")
    following = redirect_target(target, sent) if sent else None
    return None if following == target else following


def _result_of(response: Response) -> VisitResult:
    reason = status_text(response.status)
    if _is_page(response):
        return VisitResult(LinkVerdict.OK, reason)
    if response.status in _GONE:
        return VisitResult(LinkVerdict.FAILED, reason)
    if response.status in _REDIRECTS:
        reason = f"{reason} without a target"
    return VisitResult(LinkVerdict.UNKNOWN, reason, may_pass=response.status in _PASSING)


def status_text(status: int) -> str:
    """Return a status with its standard name, because the server's own phrase is not trusted."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
