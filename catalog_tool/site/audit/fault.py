"""What an audit finds wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_SHOWN = 5


class Fault(NamedTuple):
    """One thing that keeps a finished site from being published.

    Attributes:
        path: the file of the site that it is about.
        message: what is wrong there, in one sentence.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def differences(
    path: str, kind: str, expected: Iterable[str], found: Iterable[str]
) -> Iterator[Fault]:
    """Yield how a list differs from what it should list, whatever the order.

    Args:
        path: the file that holds the list.
        kind: what it lists, as one word: ``partner``.
        expected: what it should list, each once.
        found: what it lists.
    """
    wanted, listed = Counter(expected), Counter(found)
    counts = f"{listed.total():,} of {wanted.total():,} {kind}s"
    if missing := wanted - listed:
        yield Fault(path, f"{counts}, without {_named(missing)}.")
    if surplus := listed - wanted:
        yield Fault(path, f"{counts}, with {_named(surplus)} too many.")


def _named(names: Iterable[str]) -> str:
    every = sorted(names)
    more = f" and {len(every) - _SHOWN:,} more" if len(every) > _SHOWN else ""
    return ", ".join(every[:_SHOWN]) + more
