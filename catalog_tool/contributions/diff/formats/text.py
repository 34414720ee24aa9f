"""For a terminal: a line for each partner, page and name, with the changed words below."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.contributions.diff.changes import (
    Difference,
    Kind,
    PartnerDifference,
    ProseChanged,
    Run,
    RunKind,
)
from catalog_tool.contributions.diff.formats import Ends
from catalog_tool.contributions.diff.wording import (
    Foreign,
    Phrase,
    joined,
    name_phrases,
    page_phrase,
    partner_phrases,
    summary,
    unreadable_phrase,
)
from catalog_tool.text.github_markdown import shortened
from catalog_tool.text.terminal import visible

LONGEST_TEXT = 300
"""Characters of one text of a partner that are shown."""

_LONGEST_RUN = 1_000
_MARKS = {RunKind.REMOVED: ("[-", "-]"), RunKind.ADDED: ("{+", "+}")}


def report(difference: Difference, ends: Ends) -> str:
    """Return the difference as lines; ``[-words-]`` were removed, ``{+words+}`` were added."""
    head = ends.head[:12] or "the files on disk"
    lines = [f"From {ends.base[:12]} to {head}. {summary(difference)}", *_lines(difference)]
    return "\n".join(lines) + "\n"


def _lines(difference: Difference) -> Iterator[str]:
    for found in difference.partners:
        yield from _partner(found)
    pages = [_written(page_phrase(found)) for found in difference.pages]
    names = [
        f"{_shown(found.name)}: {_written(joined(name_phrases(found)))}"
        for found in difference.names
    ]
    unreadable = [_written(unreadable_phrase(found)) for found in difference.unreadable]
    unseen = [_shown(path) for path in difference.unseen]
    for title, lines in (
        ("Pages", pages),
        ("Names", names),
        ("Not compared", unreadable),
        ("Changed, but not for readers", unseen),
    ):
        if lines:
            yield from ("", f"{title}:", *(f"  {line}" for line in lines))


def _partner(found: PartnerDifference) -> Iterator[str]:
    kind = "" if found.kind is Kind.CHANGED else f" ({found.kind})"
    yield ""
    yield f"{_shown(found.name)}{kind}: {_written(joined(partner_phrases(found)))}"
    for fact in found.facts:
        if isinstance(fact, ProseChanged) and fact.runs:
            words = " ".join(map(_run, fact.runs))
            yield f"  {fact.field.replace('_', ' ')}: {words}"


def _run(run: Run) -> str:
    if run.kind is RunKind.LEFT_OUT:
        return "…"
    before, after = _MARKS.get(run.kind, ("", ""))
    return f"{before}{visible(shortened(run.text, _LONGEST_RUN))}{after}"


def _written(phrase: Phrase) -> str:
    return "".join(_shown(each.text) if isinstance(each, Foreign) else each for each in phrase)


def _shown(text: str) -> str:
    return visible(shortened(text, LONGEST_TEXT))
