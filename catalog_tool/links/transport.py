"""Sends one request over one connection to a validated address, with limits for time and bytes.

It uses the sockets of the standard library, because what matters is what must not happen: no second
lookup of the name, no proxy from the environment, no cookie, no password, no compressed response,
no redirect that is followed without validation.
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
"""Most bytes that are read of one response, including its headers."""

_MOST_ADDRESSES = 3
_MOST_INTERIM_ANSWERS = 5
# Small, because a chunk that is incomplete at the deadline is lost.
_CHUNK = 1024
_FIRST_FINAL_STATUS = 200
_PORT = 443
_COOKIE = b"set-cookie:"

Dialer = Callable[[str, float], socket.socket]
"""Connects to an IP address within a number of seconds."""


class NoAnswerError(Exception):
    """The host didn't send a valid response; the message says why in a few words."""


class CertificateError(NoAnswerError):
    """The certificate of the host is invalid."""


@dataclass(frozen=True, slots=True)
class Response:
    """The response of a host.

    Attributes:
        status: the status code.
        headers: the first header of each name, by name in lowercase.
        body: the start of the body, not decoded.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def dial(address: str, seconds: float) -> socket.socket:
    """Connect to port 443 of an IP address.

    Args:
        address: the IP address.
        seconds: how long to try.

    Raises:
        OSError: the connection failed.
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
    """Sends requests to the internet.

    Attributes:
        agent: value of the header ``User-Agent``.
        resolve: returns the addresses of a host.
        dial: connects to one of them.
        tls: which certificates to trust.
        connect_seconds: how long to try each address.
    """

    agent: str
    resolve: Resolver = system_addresses
    dial: Dialer = dial
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    connect_seconds: float = 10.0

    def fetch(self, target: Target, deadline: Deadline) -> Response:
        """Request a target once.

        Raises:
            UnsafeTargetError: the host has an address that is not public.
            NoSuchHostError: the host doesn't exist.
            NameServerError: the name server didn't answer.
            NoAnswerError: the host sent no response, or an invalid one.
            TimeoutError: it took too long.
        """
        addresses = self._addresses(target.host, deadline)
        try:
            with (
                self._connect(addresses, deadline) as plain,
                self._start_tls(plain, target.host, deadline) as connection,
            ):
                connection.settimeout(deadline.remaining())
                connection.sendall(self._request(target))
                return _answer(connection, deadline)
        except TimeoutError:
            raise
        except ssl.SSLCertVerificationError as error:
            reason = error.verify_message.rstrip(".")
            raise CertificateError(f"invalid certificate: {reason}") from error
        except ssl.SSLError as error:
            raise NoAnswerError("no secure connection") from error
        except OSError as error:
            raise NoAnswerError(f"no connection: {error.strerror or 'it was closed'}") from error
        except (HTTPException, ValueError) as error:
            raise NoAnswerError("the response is not valid HTTP") from error

    def _addresses(self, host: str, deadline: Deadline) -> tuple[str, ...]:
        """Return the addresses of a host, which is unsafe if any of them is special."""
        addresses = self.resolve(host, deadline)
        if not addresses:
            raise NoSuchHostError(host)
        for address in addresses:
            if use := special_use(address):
                raise UnsafeTargetError(f"an address outside the public internet ({use})")
        return addresses

    def _connect(self, addresses: tuple[str, ...], deadline: Deadline) -> socket.socket:
        """Connect to the first address that can be reached."""
        *others, last = addresses[:_MOST_ADDRESSES]
        for address in others:
            try:
                return self.dial(address, min(self.connect_seconds, deadline.remaining()))
            except OSError:
                continue
        return self.dial(last, min(self.connect_seconds, deadline.remaining()))

    def _start_tls(self, plain: socket.socket, host: str, deadline: Deadline) -> ssl.SSLSocket:
        """Start TLS, and verify the certificate against the host name."""
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
    """The bytes of a connection, up to the limits of time and size."""

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


class _WithoutCookies(io.BufferedReader):
    """Drops cookies: ``HTTPResponse`` refuses more than 100 headers, and some hosts set more."""

    def readline(self, size: int | None = -1, /) -> bytes:
        while (line := super().readline(size))[: len(_COOKIE)].lower() == _COOKIE:
            pass
        return line


class _Readable:
    """The interface that ``HTTPResponse`` needs of a socket."""

    def __init__(self, stream: _Stream) -> None:
        self._reader = _WithoutCookies(stream)

    def makefile(self, _mode: str) -> io.BufferedIOBase:
        return self._reader


def _answer(connection: ssl.SSLSocket, deadline: Deadline) -> Response:
    stream = _Stream(connection, deadline)
    source = cast("socket.socket", _Readable(stream))
    # All are kept, because a response that is garbage-collected closes the shared stream.
    answers = _answers(source)
    response = answers[-1]
    if not stream.bytes_left:
        raise NoAnswerError("the headers are too large")
    return Response(response.status, _first_headers(response), _beginning(response))


def _answers(source: socket.socket) -> list[HTTPResponse]:
    """Return interim responses, such as early hints, and then the final response."""
    answers: list[HTTPResponse] = []
    while len(answers) < _MOST_INTERIM_ANSWERS:
        answers.append(HTTPResponse(source, method="GET"))
        answers[-1].begin()
        if answers[-1].status >= _FIRST_FINAL_STATUS:
            return answers
    raise NoAnswerError("too many interim responses")


def _first_headers(response: HTTPResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in reversed(response.headers.items())}


def _beginning(response: HTTPResponse) -> bytes:
    """Return as much of the body as arrives; a broken connection doesn't undo the response."""
    body = b""
    try:
        while chunk := response.read(_CHUNK):
            body += chunk
    except (HTTPException, OSError, ValueError):
        return body
    return body
