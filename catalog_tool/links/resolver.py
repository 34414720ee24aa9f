"""Resolves the name of a host to IP addresses, once and with a time limit."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable

from catalog_tool.links.deadline import Deadline

Resolver = Callable[[str, Deadline], tuple[str, ...]]
"""Returns all addresses of a host, in the order to try them."""

_NO_SUCH_NAME = frozenset(
    getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)
)


class NoSuchHostError(Exception):
    """The name doesn't exist, or it has no address."""


class NameServerError(Exception):
    """The name server didn't answer, or not in time."""


def system_addresses(host: str, deadline: Deadline) -> tuple[str, ...]:
    """Resolve a name with the resolver of the system.

    Args:
        host: name of a host.
        deadline: when to stop waiting.

    Raises:
        NoSuchHostError: the host doesn't exist.
        NameServerError: the name server didn't answer.
    """
    answers: queue.SimpleQueue[tuple[str, ...] | OSError] = queue.SimpleQueue()
    # The system call cannot be interrupted, so the thread is abandoned after the deadline.
    threading.Thread(target=_ask, args=(host, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=max(deadline.seconds_left, 0))
    except queue.Empty:
        raise NameServerError("the name server didn't answer in time") from None
    if isinstance(answer, tuple):
        return answer
    if isinstance(answer, socket.gaierror) and answer.errno in _NO_SUCH_NAME:
        raise NoSuchHostError(host)
    raise NameServerError("the name server didn't answer")


def _ask(host: str, answers: queue.SimpleQueue[tuple[str, ...] | OSError]) -> None:
    try:
        # With the final dot, the name isn't looked up in the domain of this machine.
        found = socket.getaddrinfo(f"{host}.", 443, type=socket.SOCK_STREAM)
    except OSError as error:
        answers.put(error)
    except UnicodeError:
        answers.put(OSError("the name cannot be looked up"))
    else:
        answers.put(tuple(dict.fromkeys(str(address[0]) for *_, address in found)))
