"""For a comment on a pull request: what readers will see, short, with the details folded away.

What strangers wrote is text and nothing else: it calls nobody, refers to nothing, closes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from catalog_tool.comment import shown
from catalog_tool.difference.facts import (
    Difference,
    Kind,
    PartnerDifference,
    ProseChanged,
    Run,
    RunKind,
)
from catalog_tool.difference.formats import Ends
from catalog_tool.difference.phrases import (
    Foreign,
    Phrase,
    joined,
    name_phrases,
    page_phrase,
    partner_phrases,
    summary,
    unreadable_phrase,
)

MOST_CHARACTERS = 60_000
"""Most characters of a report: a comment on GitHub has 65,536, and may have to say more."""

LONGEST_TEXT = 200
"""Characters of one text of a partner that are shown."""

_LONGEST_RUN = 1_000
_RESERVED = 300  # for the first line, and for what is left out of each part
# Partners come first and take what they need; the other parts are sure of a place.
_SHARES = {"partners": 0.6, "unreadable": 0.1, "pages": 0.15, "names": 0.1, "unseen": 0.05}
_MARKS = {RunKind.REMOVED: ("<del>", "</del>"), RunKind.ADDED: ("<ins>", "</ins>")}


def report(difference: Difference, ends: Ends, most: int = MOST_CHARACTERS) -> str:
    """Return the difference as Markdown.

    Args:
        difference: what readers will see.
        ends: what was compared.
        most: characters that the text may have; what does not fit is counted.
    """
    head = ends.head[:12] or "the files on disk"
    # In code, where GitHub makes no link of a commit.
    compared = f"<sub>Compared: <code>{ends.base[:12]}</code> to <code>{head}</code></sub>"
    room = most - _RESERVED
    parts = list(_parts(difference, room))
    return (
        "\n\n".join([f"**What readers will see.** {summary(difference)}", *parts, compared]) + "\n"
    )


def _parts(difference: Difference, room: int) -> Iterator[str]:
    partners = [_partner(found) for found in difference.partners]
    yield from _listed(partners, room * _SHARES["partners"])
    unreadable = [f"- ❌ {_written(unreadable_phrase(found))}" for found in difference.unreadable]
    yield from _listed(unreadable, room * _SHARES["unreadable"])
    pages = [f"- {_written(page_phrase(found))}" for found in difference.pages]
    yield from _folded("Pages", pages, room * _SHARES["pages"])
    names = [
        f"- **{_shown(found.name)}**: {_written(joined(name_phrases(found)))}"
        for found in difference.names
    ]
    yield from _folded("Names", names, room * _SHARES["names"])
    unseen = [f"- {_shown(path)}" for path in difference.unseen]
    yield from _folded("Files changed, but not for readers", unseen, room * _SHARES["unseen"])


def _partner(found: PartnerDifference) -> str:
    kind = "" if found.kind is Kind.CHANGED else f" ({found.kind})"
    line = f"- **{_shown(found.name)}**{kind}: {_written(joined(partner_phrases(found)))}"
    prose = (fact for fact in found.facts if isinstance(fact, ProseChanged) and fact.runs)
    return "\n".join([line, *map(_prose, prose)])


def _prose(fact: ProseChanged) -> str:
    words = " ".join(map(_run, fact.runs))
    title = fact.field.replace("_", " ").capitalize()
    return f"\n  <details><summary>{title}</summary>\n\n  {words}\n\n  </details>\n"


def _run(run: Run) -> str:
    if run.kind is RunKind.LEFT_OUT:
        return "…"
    before, after = _MARKS.get(run.kind, ("", ""))
    return f"{before}{shown(run.text, _LONGEST_RUN)}{after}"


def _folded(title: str, lines: Sequence[str], room: float) -> Iterator[str]:
    if lines:
        fold = f"<details><summary>{title}: {len(lines):,}</summary>"
        yield "\n\n".join([fold, *_listed(lines, room), "</details>"])


def _listed(lines: Sequence[str], room: float) -> Iterator[str]:
    """Yield the lines that fit as one list, which ends with how many did not."""
    fitting = list(_that_fit(lines, room))
    rest = len(lines) - len(fitting)
    if lines:
        yield "\n".join([*fitting, *([f"- … and {rest:,} more"] if rest else [])])


def _that_fit(lines: Iterable[str], room: float) -> Iterator[str]:
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return
        yield line


def _written(phrase: Phrase) -> str:
    return "".join(_shown(each.text) if isinstance(each, Foreign) else each for each in phrase)


def _shown(text: str) -> str:
    return shown(text, LONGEST_TEXT)
