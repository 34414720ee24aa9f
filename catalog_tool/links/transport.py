"""One request over one connection, to an address that was judged, bounded in time and bytes.

It is written on the sockets of the standard library, because what matters here is what must not
happen: no second question to the name server, no proxy from the environment, no cookie, no
password, no compressed answer, no redirect followed unseen.
"""

from __future__ import annotations

import io
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING, cast

from catalog_tool.links.deadline import Deadline
from catalog_tool.links.public_addresses import special_use
from catalog_tool.links.resolver import NoSuchHostError, Resolver, system_addresses
from catalog_tool.links.target import Target, UnsafeTargetError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_BYTES = 64 * 1024
"""Bytes that are read of one answer, its head included."""

_MOST_ADDRESSES = 3
_MOST_INTERIM_ANSWERS = 5
# Small, because a part that is not complete when the time is over is lost.
_CHUNK = 1024
_FIRST_FINAL_STATUS = 200
_PORT = 443

Dialer = Callable[[str, float], socket.socket]
"""Connects to an IP address within so many seconds."""


class NoAnswerError(Exception):
    """The host did not answer as a web server does; the message says how in a few words."""


class CertificateError(NoAnswerError):
    """The host could not prove its name."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a host answered, as far as it is looked at.

    Attributes:
        status: the three digits.
        headers: the first of each header, by its name in lower case.
        body: the beginning of the page, undecoded.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def dial(address: str, seconds: float) -> socket.socket:
    """Connect to port 443 of an IP address, and of no other.

    Args:
        address: the IP address.
        seconds: how long to try.

    Raises:
        OSError: there is no connection.
    """
    is_ipv6 = ipaddress.ip_address(address).version == 6  # noqa: PLR2004 - IPv6
    connection = socket.socket(socket.AF_INET6 if is_ipv6 else socket.AF_INET)
    try:
        connection.settimeout(seconds)
        connection.connect((address, _PORT))
    except OSError:
        connection.close()
        raise
    return connection


@dataclass(frozen=True)
class Transport:
    """The way to the internet.

    Attributes:
        agent: who asks, as the header ``User-Agent`` says it.
        resolve: asks for the addresses of a host.
        dial: connects to one of them.
        tls: whom to trust.
        connect_seconds: how long each address is tried.
    """

    agent: str
    resolve: Resolver = system_addresses
    dial: Dialer = dial
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    connect_seconds: float = 10.0

    def fetch(self, target: Target, deadline: Deadline) -> Response:
        """Ask for a target once.

        Raises:
            UnsafeTargetError: the host has an address that is not public.
            NoSuchHostError: there is no such host.
            NameUnknownError: no name server answered.
            NoAnswerError: there was no answer, or none that can be understood.
            TimeoutError: it took too long.
        """
        addresses = self._addresses(target.host, deadline)
        try:
            with (
                self._connected(addresses, deadline) as plain,
                self._secured(plain, target.host, deadline) as connection,
            ):
                connection.settimeout(deadline.remaining())
                connection.sendall(self._request(target))
                return _answer(connection, deadline)
        except TimeoutError:
            raise
        except ssl.SSLCertVerificationError as error:
            reason = error.verify_message.rstrip(".")
            raise CertificateError(f"a certificate that proves nothing: {reason}") from error
        except ssl.SSLError as error:
            raise NoAnswerError("no secure connection") from error
        except OSError as error:
            raise NoAnswerError(f"no connection: {error.strerror or 'it broke off'}") from error
        except (HTTPException, ValueError) as error:
            raise NoAnswerError("not the answer of a web server") from error

    def _addresses(self, host: str, deadline: Deadline) -> tuple[str, ...]:
        """Return the addresses of a host; one of them being special makes it unsafe."""
        addresses = self.resolve(host, deadline)
        if not addresses:
            raise NoSuchHostError(host)
        for address in addresses:
            if use := special_use(address):
                raise UnsafeTargetError(f"an address inside a network ({use})")
        return addresses

    def _connected(self, addresses: tuple[str, ...], deadline: Deadline) -> socket.socket:
        """Connect to the first of some addresses that can be reached."""
        *others, last = addresses[:_MOST_ADDRESSES]
        for address in others:
            try:
                return self.dial(address, min(self.connect_seconds, deadline.remaining()))
            except OSError:
                continue
        return self.dial(last, min(self.connect_seconds, deadline.remaining()))

    def _secured(self, plain: socket.socket, host: str, deadline: Deadline) -> ssl.SSLSocket:
        """Let a host prove its name: that of the address, not that of the IP address."""
        plain.settimeout(deadline.remaining())
        return self.tls.wrap_socket(plain, server_hostname=host)

    def _request(self, target: Target) -> bytes:
        lines = (
            f"GET {target.path} HTTP/1.1",
            f"Host: {target.host}",
            f"User-Agent: {self.agent}",
            "Accept: text/html,*/*;q=0.5",
            "Accept-Encoding: identity",
            "Connection: close",
        )
        return "".join(f"{line}\r\n" for line in (*lines, "")).encode("ascii")


class _Stream(io.RawIOBase):
    """What a connection sends, until the time or the bytes are used up."""

    def __init__(self, connection: ssl.SSLSocket, deadline: Deadline) -> None:
        super().__init__()
        self._connection = connection
        self._deadline = deadline
        self.bytes_left = MOST_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer)[: self.bytes_left]
        if not room:
            return 0
        self._connection.settimeout(self._deadline.remaining())
        count = self._connection.recv_into(room)
        self.bytes_left -= count
        return count


class _Readable:
    """What the standard library's reader of answers wants of a connection."""

    def __init__(self, stream: _Stream) -> None:
        self._reader = io.BufferedReader(stream)

    def makefile(self, _mode: str) -> io.BufferedIOBase:
        return self._reader


def _answer(connection: ssl.SSLSocket, deadline: Deadline) -> Response:
    stream = _Stream(connection, deadline)
    source = cast("socket.socket", _Readable(stream))
    # All are kept: an answer that is forgotten closes what the next one is read from.
    answers = _answers(source)
    response = answers[-1]
    if not stream.bytes_left:
        raise NoAnswerError("a head without an end")
    return Response(response.status, _first_headers(response), _beginning(response))


def _answers(source: socket.socket) -> list[HTTPResponse]:
    """Return interim answers, such as early hints, and the final one as the last."""
    answers: list[HTTPResponse] = []
    while len(answers) < _MOST_INTERIM_ANSWERS:
        answers.append(HTTPResponse(source, method="GET"))
        answers[-1].begin()
        if answers[-1].status >= _FIRST_FINAL_STATUS:
            return answers
    raise NoAnswerError("interim answers without an end")


def _first_headers(response: HTTPResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in reversed(response.headers.items())}


def _beginning(response: HTTPResponse) -> bytes:
    """Return what can be had of the body; that it breaks off does not take back the answer."""
    body = b""
    try:
        while chunk := response.read(_CHUNK):
            body += chunk
    except (HTTPException, OSError, ValueError):
        return body
    return body
