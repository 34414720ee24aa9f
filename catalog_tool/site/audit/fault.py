"""The faults that an audit finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_SHOWN = 5


class Fault(NamedTuple):
    """A fault that prevents a finished site from being published.

    Attributes:
        path: the file of the site.
        message: what is wrong, in one sentence.
        missing: the key of ``content_policy`` and the value that would allow it, if any would.
    """

    path: str
    message: str
    missing: tuple[str, str] | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def differences(
    path: str, kind: str, expected: Iterable[str], found: Iterable[str]
) -> Iterator[Fault]:
    """Yield how a list differs from the expected list, in any order.

    Args:
        path: the file that has the list.
        kind: what it lists, in the plural: ``partners``.
        expected: the members that it should have, each once.
        found: the members that it has.
    """
    wanted, listed = Counter(expected), Counter(found)
    counts = f"{listed.total():,} of {wanted.total():,} {kind}"
    if missing := wanted - listed:
        yield Fault(path, f"Lists {counts}. Missing: {_shorten(missing)}.")
    if surplus := listed - wanted:
        yield Fault(path, f"Lists {counts}. Not expected: {_shorten(surplus)}.")


def _shorten(names: Iterable[str]) -> str:
    every = sorted(names)
    more = f", and {len(every) - _SHOWN:,} more" if len(every) > _SHOWN else ""
    return ", ".join(every[:_SHOWN]) + more
