"""Every kind of server gets the expected result, and nothing else is contacted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pytest

from catalog_tool.links import Opener, RateLimit, VisitPolicy
from catalog_tool.links.inventory import CatalogLink
from catalog_tool.links.transport import MOST_BYTES
from catalog_tool.links.visit import VisitResult
from catalog_tool.links.workers import visit_links
from tests.links.behaviors import ADDRESSES, BEHAVIORS, CASES, TRIES, Case
from tests.links.server import CLOSED, PUBLIC, Server
from tests.links.watch import contacts

# A server that answers has enough time on a busy machine; one that never answers gets little.
PATIENT = VisitPolicy(seconds=60, try_seconds=30, tries=TRIES, backoff=0.01, pause=0, workers=60)
HASTY = replace(PATIENT, seconds=3.5, try_seconds=3.0, tries=1)

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@dataclass(frozen=True)
class Run:
    """All links opened once."""

    server: Server
    answers: Mapping[str, VisitResult]
    contacts: list[tuple[str, object]]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with Server(BEHAVIORS, ADDRESSES) as server, contacts() as report:
        answers: dict[str, VisitResult] = {}
        fetch = server.transport().fetch
        for policy, is_endless in ((PATIENT, False), (HASTY, True)):
            links = [_Named(c.address, c.host, ()) for c in CASES if c.is_endless is is_endless]
            answers |= visit_links(links, Opener(fetch, policy, RateLimit(policy.pause)))
        yield Run(server, answers, report)


class _Named(CatalogLink):
    """A link of the partner Contoso."""

    @property
    def names(self) -> frozenset[str]:
        return frozenset({"Contoso"})


@every_case
def test_a_server_gets_the_expected_result(case: Case, run: Run) -> None:
    answer = run.answers[case.address]
    assert (answer.verdict, answer.names) == (case.verdict, case.names), answer
    assert case.reason in answer.reason
    assert bool(answer.unsafe) is bool(case.unsafe)
    assert case.unsafe in answer.unsafe


@every_case
def test_a_server_is_asked_no_more_often_than_needed(case: Case, run: Run) -> None:
    assert run.server.hosts[case.host] == case.requests


def test_there_are_enough_servers() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)


def test_nothing_else_is_contacted(run: Run) -> None:
    ours = {("127.0.0.1", run.server.port), ("127.0.0.1", run.server.closed_port)}
    # An IP address, so that connecting needs no name server.
    asked = {"127.0.0.1"}
    assert {what for event, what in run.contacts if event == "socket.connect"} == ours
    others = {contact for contact in run.contacts if contact[0] != "socket.connect"}
    assert others <= {("socket.getaddrinfo", name) for name in asked}


def test_only_validated_addresses_are_dialed(run: Run) -> None:
    assert set(run.server.dialed) == {PUBLIC, CLOSED}


def test_a_name_is_resolved_once_for_each_request(run: Run) -> None:
    for case in CASES:
        tries = max(run.server.hosts[case.host], 1)
        assert run.server.questions[case.host] in {tries, TRIES}, case.name


def test_a_request_names_its_sender_and_has_nothing_else(run: Run) -> None:
    for request in run.server.requests:
        line, *headers, end, rest = request.decode("ascii").split("\r\n")
        assert line.startswith("GET /")
        assert line.endswith(" HTTP/1.1")
        assert [header.partition(":")[0] for header in headers] == [
            "Host",
            "User-Agent",
            "Accept",
            "Accept-Encoding",
            "Connection",
        ]
        assert "Accept-Encoding: identity" in headers
        assert (end, rest) == ("", "")


def test_no_more_than_64_kib_are_read() -> None:
    assert MOST_BYTES == 64 * 1024
