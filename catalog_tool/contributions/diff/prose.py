"""Compares a text word by word, and shows a few words around each change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog_tool.contributions.diff.changes import Run, RunKind

MOST_WORDS = 5_000
"""Most words of a text that are compared one by one: ten times the limit of an entry."""

CONTEXT = 5
"""Unchanged words that are shown on each side of a change."""

_LONE = 2  # this few unchanged words between two changes only make them harder to read


def changed_runs(before: str, after: str) -> tuple[Run, ...]:
    """Return the changes of the words of a text; empty if the words are the same.

    Only unchanged words near a change are kept. A text that is too long to compare is shown as
    removed and added.
    """
    old, new = before.split(), after.split()
    if old == new:
        return ()
    if max(len(old), len(new)) > MOST_WORDS:
        return tuple(_changes(old, new))
    runs = list(_runs(old, new))
    return tuple(
        near
        for position, run in enumerate(runs)
        for near in _near(run, is_first=not position, is_last=position == len(runs) - 1)
    )


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Yield all words in runs; removed words come before the words that replace them."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only for texts that changed

    gone: list[str] = []
    come: list[str] = []
    for step in Indel.opcodes(old, new):
        same = old[step.src_start : step.src_end]
        is_lone = (gone or come) and len(same) <= _LONE and step.src_end < len(old)
        if step.tag == "equal" and not is_lone:
            yield from _changes(gone, come)
            yield Run(RunKind.SAME, " ".join(same))
            gone, come = [], []
        else:
            gone += same
            come += new[step.dest_start : step.dest_end]
    yield from _changes(gone, come)


def _changes(gone: Sequence[str], come: Sequence[str]) -> Iterator[Run]:
    if gone:
        yield Run(RunKind.REMOVED, " ".join(gone))
    if come:
        yield Run(RunKind.ADDED, " ".join(come))


def _near(run: Run, *, is_first: bool, is_last: bool) -> Iterator[Run]:
    """Yield the words of an unchanged run that are near a change, and any other run as it is."""
    words = run.text.split(" ")
    head = 0 if is_first else CONTEXT
    tail = 0 if is_last else CONTEXT
    if run.kind is not RunKind.SAME or len(words) <= head + tail + _LONE:
        yield run
        return
    if head:
        yield Run(RunKind.SAME, " ".join(words[:head]))
    yield Run(RunKind.LEFT_OUT, "")
    if tail:
        yield Run(RunKind.SAME, " ".join(words[-tail:]))
