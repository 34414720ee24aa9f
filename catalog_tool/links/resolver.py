"""From the name of a host to its addresses, asked once and within a time."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable

from catalog_tool.links.deadline import Deadline

Resolver = Callable[[str, Deadline], tuple[str, ...]]
"""Returns all addresses of a host, in the order in which to try them."""

_NO_SUCH_NAME = frozenset(
    getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)
)


class NoSuchHostError(Exception):
    """Nobody knows the name, or it has no address."""


class NameUnknownError(Exception):
    """Whoever should know the name did not answer, or not in time."""


def system_addresses(host: str, deadline: Deadline) -> tuple[str, ...]:
    """Ask the system's resolver.

    Args:
        host: name of a host.
        deadline: when to stop waiting.

    Raises:
        NoSuchHostError: there is no such host.
        NameUnknownError: there is no answer.
    """
    answers: queue.SimpleQueue[tuple[str, ...] | OSError] = queue.SimpleQueue()
    # The system's call cannot be interrupted, so it is left alone when its time is over.
    threading.Thread(target=_ask, args=(host, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=max(deadline.seconds_left, 0))
    except queue.Empty:
        raise NameUnknownError("the name server did not answer in time") from None
    if isinstance(answer, tuple):
        return answer
    if isinstance(answer, socket.gaierror) and answer.errno in _NO_SUCH_NAME:
        raise NoSuchHostError(host)
    raise NameUnknownError("the name server gave no answer")


def _ask(host: str, answers: queue.SimpleQueue[tuple[str, ...] | OSError]) -> None:
    try:
        # The dot at the end keeps the name from being looked for in the domain of this machine.
        found = socket.getaddrinfo(f"{host}.", 443, type=socket.SOCK_STREAM)
    except OSError as error:
        answers.put(error)
    except UnicodeError:
        answers.put(OSError("the name cannot be asked for"))
    else:
        answers.put(tuple(dict.fromkeys(str(address[0]) for *_, address in found)))
