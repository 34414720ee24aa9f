"""Visits as text: a day, an address, a status, and the content of the response, one per line.

``2026-05-01 https://www.contoso.com/identity 301 https://www.fabrikam.com/`` is a redirect. After
any other status comes the text of the page. The real program evaluates the responses; only the
requests are replaced.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping

from catalog_tool.links import LinkSummary, Opener, RateLimit, VisitPolicy
from catalog_tool.links.deadline import Deadline
from catalog_tool.links.history import due, update_state
from catalog_tool.links.resolver import NoSuchHostError
from catalog_tool.links.state import State
from catalog_tool.links.target import Target
from catalog_tool.links.transport import Response
from catalog_tool.links.workers import visit_links
from catalog_tool.loader.load import Loaded, load_catalog
from catalog_tool.model.diagnostic import Diagnostic
from tests.checking import PARTNER, entry_text, written

VISIT = re.compile(
    r"^(?P<day>\d{4}-\d\d-\d\d) (?P<address>https://\S+) (?P<status>\d{3})(?: (?P<rest>.*))?$",
    re.MULTILINE,
)
POLICY = VisitPolicy(tries=1, pause=0)

Answers = Mapping[str, Response]


def reported(example: str, entry: str = "") -> list[Diagnostic]:
    """Return what is reported after the visits of an example.

    Args:
        example: the visits.
        entry: keys of the entry that has the links; the rest is filled in.
    """
    with written({PARTNER: entry_text(entry)}) as settings:
        loaded = load_catalog(settings)
    return list(LinkSummary.of(loaded, after(example, loaded)).diagnostics)


def after(example: str, loaded: Loaded) -> State:
    """Return the state of the links of a catalog after the visits of an example."""
    days: defaultdict[dt.date, dict[str, Response]] = defaultdict(dict)
    for visit in VISIT.finditer(example):
        response = _response(visit["status"], visit["rest"] or "")
        days[dt.date.fromisoformat(visit["day"])][visit["address"]] = response
    state = State()
    for day, responses in sorted(days.items()):
        state = _after_day(state, loaded, responses, day)
    return state


def _after_day(state: State, loaded: Loaded, responses: Answers, day: dt.date) -> State:
    def fetch(target: Target, _deadline: Deadline) -> Response:
        if target.address not in responses:
            raise NoSuchHostError(target.host)
        return responses[target.address]

    links = LinkSummary.of(loaded, state).links
    visited = [link for link in due(links, state, (1, 1), day) if link.address in responses]
    answers = dict(visit_links(visited, Opener(fetch, POLICY, RateLimit(POLICY.pause))))
    return update_state(state, links, answers, day)


def _response(status: str, rest: str) -> Response:
    is_redirect = status.startswith("3")
    headers = {"location": rest} if is_redirect else {"content-type": "text/html"}
    return Response(int(status), headers, b"" if is_redirect else rest.encode())
