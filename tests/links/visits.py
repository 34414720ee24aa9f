"""Visits written down: a day, an address, a status, and what came with it, one a line.

``2026-05-01 https://www.contoso.com/identity 301 https://www.fabrikam.com/`` is a redirect; after
any other status stands the text of the page. All of it is judged by the real program, except that
nobody is asked.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping

from catalog_tool.links import Manners, Opener, Outlook, State, Turns, due, opened, remembered
from catalog_tool.links.deadline import Deadline
from catalog_tool.links.resolver import NoSuchHostError
from catalog_tool.links.target import Target
from catalog_tool.links.transport import Response
from catalog_tool.loader.load import Loaded, load_catalog
from catalog_tool.model.diagnostic import Diagnostic
from tests.checking import PARTNER, entry_text, written

VISIT = re.compile(
    r"^(?P<day>\d{4}-\d\d-\d\d) (?P<address>https://\S+) (?P<status>\d{3})(?: (?P<rest>.*))?$",
    re.MULTILINE,
)
MANNERS = Manners(tries=1, pause=0)

Answers = Mapping[str, Response]


def reported(example: str, entry: str = "") -> list[Diagnostic]:
    """Return what is reported after the visits of an example.

    Args:
        example: the visits.
        entry: keys of the entry whose links they are; the rest is filled in.
    """
    with written({PARTNER: entry_text(entry)}) as settings:
        loaded = load_catalog(settings)
    return list(Outlook.of(loaded, after(example, loaded)).diagnostics)


def after(example: str, loaded: Loaded) -> State:
    """Return what is known of the links of a catalog after the visits of an example."""
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

    links = Outlook.of(loaded, state).links
    visited = [link for link in due(links, state, (1, 1), day) if link.address in responses]
    answers = dict(opened(visited, Opener(fetch, MANNERS, Turns(MANNERS.pause))))
    return remembered(state, links, answers, day)


def _response(status: str, rest: str) -> Response:
    is_redirect = status.startswith("3")
    headers = {"location": rest} if is_redirect else {"content-type": "text/html"}
    return Response(int(status), headers, b"" if is_redirect else rest.encode())
