"""The resolver, the connection, and the rate limit."""

import socket
import threading
import time
from contextlib import suppress

import pytest

from catalog_tool.links.deadline import Deadline
from catalog_tool.links.public_addresses import special_use
from catalog_tool.links.rate_limit import HostBusyError, RateLimit
from catalog_tool.links.resolver import NameServerError, NoSuchHostError, system_addresses
from catalog_tool.links.target import Target
from catalog_tool.links.transport import Transport, dial
from tests.links.watch import contacts


def test_the_system_resolves_the_name_and_no_other() -> None:
    with contacts() as report, suppress(NoSuchHostError, NameServerError):
        assert set(system_addresses("localhost", Deadline.within(20))) <= {"127.0.0.1", "::1"}
    assert report == [("socket.getaddrinfo", "localhost.")]


@pytest.mark.parametrize("host", ["a" * 64 + ".com", "x..com"])
def test_a_name_that_does_not_exist_has_no_address(host: str) -> None:
    with pytest.raises((NoSuchHostError, NameServerError)):
        system_addresses(host, Deadline.within(20))


@pytest.mark.parametrize("seconds", [-1, 0.05])
def test_a_slow_name_server_is_abandoned(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """The resolver answers only after the deadline, however busy this machine is."""
    is_over = threading.Event()

    def resolve_late(*_request: object, **_options: object) -> list[object]:
        # The thread outlives the test, so it must not ask the system: the next test would see it.
        is_over.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", resolve_late)
    try:
        with pytest.raises(NameServerError, match="in time"):
            system_addresses("localhost", Deadline.within(seconds))
    finally:
        is_over.set()


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_only_port_443_of_one_address_is_dialed(address: str) -> None:
    with contacts() as report, suppress(OSError):
        dial(address, 5).close()
    (contact,) = [what for event, what in report if event == "socket.connect"]
    assert isinstance(contact, tuple)
    assert contact[:2] == (address, 443)
    assert {event for event, _ in report} == {"socket.connect"}


def test_a_proxy_in_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        port = proxy.getsockname()[1]
        for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
        dialed: list[str] = []

        def refuse(address: str, _seconds: float) -> socket.socket:
            dialed.append(address)
            raise ConnectionRefusedError

        transport = Transport("test", lambda _host, _deadline: ("93.184.215.14",), refuse)
        with contacts() as report, pytest.raises(Exception, match="no connection"):
            transport.fetch(Target("www.contoso.com", "/"), Deadline.within(20))
    assert (dialed, report) == (["93.184.215.14"], [])


def test_each_request_resolves_once_and_dials_what_it_validated() -> None:
    """A name server that changes its answers cannot get around the validation."""
    answers = iter([("93.184.215.14",), ("10.0.0.1",)])
    dialed: list[str] = []

    def refuse(address: str, _seconds: float) -> socket.socket:
        dialed.append(address)
        raise ConnectionRefusedError

    transport = Transport("test", lambda _host, _deadline: next(answers), refuse)
    for expected in ("no connection", "outside the public internet"):
        with pytest.raises(Exception, match=expected):
            transport.fetch(Target("www.contoso.com", "/"), Deadline.within(20))
    assert dialed == ["93.184.215.14"]
    assert not any(map(special_use, dialed))


def test_a_host_gets_one_request_at_a_time() -> None:
    rate_limit = RateLimit(pause=0)
    inside, most = 0, 0
    guard = threading.Lock()

    def ask() -> None:
        nonlocal inside, most
        with rate_limit.slot("www.contoso.com", Deadline.within(30)):
            with guard:
                inside += 1
                most = max(most, inside)
            time.sleep(0.005)
            with guard:
                inside -= 1

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_a_host_has_a_pause_after_each_request() -> None:
    rate_limit = RateLimit(pause=0.05)
    start = time.monotonic()
    for _ in range(3):
        with rate_limit.slot("www.contoso.com", Deadline.within(30)):
            pass
    assert time.monotonic() - start >= 0.1


def test_waiting_for_a_busy_host_ends_at_the_deadline() -> None:
    rate_limit = RateLimit(pause=0)
    with (
        rate_limit.slot("www.contoso.com", Deadline.within(30)),
        pytest.raises(HostBusyError),
        rate_limit.slot("www.contoso.com", Deadline.within(0.01)),
    ):
        pass


def test_a_host_that_asks_for_a_pause_gets_it_and_others_do_not() -> None:
    rate_limit = RateLimit(pause=0)
    rate_limit.pause_host("www.contoso.com", 3_600)
    with pytest.raises(HostBusyError), rate_limit.slot("www.contoso.com", Deadline.within(30)):
        pass
    with rate_limit.slot("www.fabrikam.com", Deadline.within(30)):
        pass
