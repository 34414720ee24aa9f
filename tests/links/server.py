"""A web server on loopback that behaves as badly as a test wants, under any host name.

The names are those of the public internet, and the resolver of the tests returns public addresses
for them. So the real validation runs. Only the last step, the connection, leads to this server.
"""

import datetime as dt
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

import trustme

from catalog_tool.links.deadline import Deadline
from catalog_tool.links.resolver import NoSuchHostError
from catalog_tool.links.transport import Transport

PUBLIC = "93.184.215.14"
CLOSED = "93.184.215.15"
"""A public address on which nothing listens."""

NAMES = ("contoso.com", "*.contoso.com", "fabrikam.com", "*.fabrikam.com", "xn--bcher-kva.com")
_LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@dataclass
class Visit:
    """One request, as a behavior sees it.

    Attributes:
        connection: where to write the response.
        request: the request with its headers.
        number: number of requests to this host so far, including this one.
    """

    connection: ssl.SSLSocket
    request: bytes
    number: int
    over: threading.Event

    @property
    def path(self) -> str:
        """The requested path."""
        return self.request.split(b" ", 2)[1].decode()

    def say(self, text: str | bytes) -> None:
        """Send something, in UTF-8."""
        self.connection.sendall(text.encode() if isinstance(text, str) else text)

    def wait(self, seconds: float = 60) -> None:
        """Do nothing for a while."""
        self.over.wait(seconds)

    def reset(self) -> None:
        """Reset the connection, like a machine that was switched off."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)


Behavior = Callable[[Visit], None]


@dataclass
class Server:
    """The server, while it runs.

    Attributes:
        behaviors: what to do, by host.
        addresses: what the resolver returns, by host; a public address if missing.
        requests: every request so far.
        hosts: number of requests to each host.
        dialed: every address that was connected to.
        questions: number of lookups of each host.
    """

    behaviors: Mapping[str, Behavior]
    addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    requests: list[bytes] = field(default_factory=list)
    hosts: Counter[str] = field(default_factory=Counter)
    dialed: list[str] = field(default_factory=list)
    questions: Counter[str] = field(default_factory=Counter)

    def __enter__(self) -> Self:
        self._authority = trustme.CA()
        self._contexts = self._certified()
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.port: int = self._listener.getsockname()[1]
        with socket.create_server(("127.0.0.1", 0)) as unused:
            self.closed_port: int = unused.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def transport(self, agent: str = "partner-catalog/test") -> Transport:
        """Return a transport that connects to this server only."""
        trusting = ssl.create_default_context()
        self._authority.configure_trust(trusting)
        return Transport(agent, self._resolve, self._dial, trusting)

    def _resolve(self, host: str, deadline: Deadline) -> tuple[str, ...]:
        deadline.remaining()
        self.questions[host] += 1
        addresses = self.addresses.get(host, (PUBLIC,))
        if not addresses:
            raise NoSuchHostError(host)
        return addresses

    def _dial(self, address: str, seconds: float) -> socket.socket:
        self.dialed.append(address)
        port = self.closed_port if address == CLOSED else self.port
        return socket.create_connection(("127.0.0.1", port), timeout=seconds)

    def _certified(self) -> dict[str, ssl.SSLContext]:
        """Return the certificates by host; ``""`` is the certificate of all other hosts."""
        certificates = {
            "": self._authority.issue_cert(*NAMES),
            "expired.contoso.com": self._authority.issue_cert(
                "expired.contoso.com", not_before=_LONG_AGO, not_after=_LONG_AGO + dt.timedelta(9)
            ),
            "wrong-name.contoso.com": self._authority.issue_cert("www.fabrikam.com"),
            "stranger.contoso.com": trustme.CA().issue_cert("stranger.contoso.com"),
        }
        contexts = {}
        for name, certificate in certificates.items():
            contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(contexts[name])
        contexts[""].sni_callback = self._choose
        return contexts

    def _choose(self, connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        connection.context = self._contexts.get(name or "", self._contexts[""])

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        # The server continues, even if a client fails on such a response.
        with suppress(OSError, ValueError), plain:
            plain.settimeout(20)
            with self._contexts[""].wrap_socket(plain, server_side=True) as connection:
                request = connection.recv(8192)
                host = _host(request)
                self.requests.append(request)
                self.hosts[host] += 1
                visit = Visit(connection, request, self.hosts[host], self._over)
                self.behaviors[host](visit)


def _host(request: bytes) -> str:
    (line,) = (line for line in request.split(b"\r\n") if line.lower().startswith(b"host:"))
    return line.partition(b":")[2].strip().decode()
