"""Opening one link as a patient, polite reader does: with redirects, pauses and a second try."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from http import HTTPStatus

from catalog_tool.links.deadline import Deadline
from catalog_tool.links.page import names_on, page_text, refresh_target
from catalog_tool.links.rate_limit import HostBusyError, Turns
from catalog_tool.links.resolver import NameUnknownError, NoSuchHostError
from catalog_tool.links.retry_after import seconds_asked_for
from catalog_tool.links.target import Target, UnsafeTargetError, redirected, target_of
from catalog_tool.links.transport import CertificateError, NoAnswerError, Response

MOST_REDIRECTS = 5

Fetch = Callable[[Target, Deadline], Response]
"""Asks for a target once, as :meth:`catalog_tool.links.transport.Transport.fetch` does."""

_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class Verdict(StrEnum):
    """What one visit says of a link; only several failures make it dead."""

    OK = "ok"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of opening a link.

    Attributes:
        verdict: what it says of the link.
        reason: why, in a few words.
        ended_at: the address of the page in the end; ``""`` if it was not reached.
        unsafe: where no reader should be sent, but the link does, in a few words; or ``""``.
        names: those of the names looked for that the page shows; ``None`` if nothing can be read.
        may_pass: whether to try again soon makes sense.
    """

    verdict: Verdict
    reason: str
    ended_at: str = ""
    unsafe: str = ""
    names: frozenset[str] | None = None
    may_pass: bool = False


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient and how polite; all times in seconds.

    Attributes:
        seconds: most time for one link, with all its redirects, pauses and tries.
        try_seconds: most time for one try.
        tries: how often a link is tried that may work again soon.
        backoff: pause before the second try; twice that before the third, and so on.
        pause: between two requests to one host.
        workers: how many hosts are asked at the same time.
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
        fetch: asks for one target.
        manners: how patient to be.
        turns: who may ask which host when.
    """

    fetch: Fetch
    manners: Manners
    turns: Turns

    def open(self, address: str, names: Collection[str] = ()) -> Answer:
        """Open a link.

        Args:
            address: the address.
            names: whom its page may be about.
        """
        deadline = Deadline.within(self.manners.seconds)
        answer = self._tried(address, names, deadline)
        for number in range(1, self.manners.tries):
            pause = self._backoff(number)
            if not answer.may_pass or pause >= deadline.seconds_left:
                break
            time.sleep(pause)
            again = self._tried(address, names, deadline)
            if again == _BUSY:
                break
            answer = again
        return answer

    def _backoff(self, number: int) -> float:
        """Return the pause before another try, which no two links that failed together share."""
        spread = random.uniform(0.5, 1.5)  # noqa: S311 - spreads requests, guards nothing
        return float(self.manners.backoff * 2 ** (number - 1) * spread)

    def _tried(  # noqa: PLR0911 - one for each way in which a link can be no page
        self, address: str, names: Collection[str], deadline: Deadline
    ) -> Answer:
        try:
            return self._followed(target_of(address), names, deadline)
        except UnsafeTargetError as unsafe:
            return Answer(Verdict.UNKNOWN, f"leads to {unsafe}", unsafe=str(unsafe))
        except NoSuchHostError:
            return Answer(Verdict.FAILED, "there is no such host")
        except HostBusyError:
            return _BUSY
        except CertificateError as error:
            return Answer(Verdict.UNKNOWN, str(error))
        except (NameUnknownError, NoAnswerError) as error:
            return Answer(Verdict.UNKNOWN, str(error), may_pass=True)
        except TimeoutError:
            return Answer(Verdict.UNKNOWN, "no answer in time", may_pass=True)

    def _followed(self, target: Target, names: Collection[str], deadline: Deadline) -> Answer:
        for _ in range(MOST_REDIRECTS + 1):
            response = self._fetched(target, deadline)
            page = page_text(response) if _is_page(response) else None
            following = _following(response, page, target)
            if following is None:
                shown = None if page is None else names_on(page, names)
                return replace(_judged(response), ended_at=target.address, names=shown)
            target = following
        return Answer(Verdict.UNKNOWN, f"more than {MOST_REDIRECTS} redirects")

    def _fetched(self, target: Target, deadline: Deadline) -> Response:
        with self.turns.taken(target.host, deadline):
            response = self.fetch(target, deadline.at_most(self.manners.try_seconds))
            asked = response.headers.get("retry-after", "")
            if response.status in _PASSING and (seconds := seconds_asked_for(asked)):
                self.turns.hold(target.host, seconds)
        return response


_BUSY = Answer(Verdict.UNKNOWN, "the host is not to be asked again so soon")


def _is_page(response: Response) -> bool:
    return HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES


def _following(response: Response, page: str | None, target: Target) -> Target | None:
    """Return where an answer sends on to, or ``None`` if this is the end.

    Raises:
        UnsafeTargetError: nobody should be sent there.
    """
    if response.status in _REDIRECTS:
        location = response.headers.get("location", "")
        # Headers are read as Latin-1, as the standard wants; what browsers see is UTF-8.
        written = location.encode("latin-1", "replace").decode("utf-8", "replace")
        return redirected(target, written) if written else None
    sent = refresh_target(page) if page else ""
    following = redirected(target, sent) if sent else None
    return None if following == target else following


def _judged(response: Response) -> Answer:
    reason = _in_words(response.status)
    if _is_page(response):
        return Answer(Verdict.OK, reason)
    if response.status in _GONE:
        return Answer(Verdict.FAILED, reason)
    if response.status in _REDIRECTS:
        reason = f"{reason}, but not where to"
    return Answer(Verdict.UNKNOWN, reason, may_pass=response.status in _PASSING)


def _in_words(status: int) -> str:
    """Return a status with its standard name: what the server calls it is a stranger's text."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
