"""For a comment on a pull request: what readers will see, short, with the details folded away.

What strangers wrote is text and nothing else: it calls nobody, refers to nothing, closes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from catalog_tool.contributions.diff.changes import (
    Difference,
    Kind,
    NameDifference,
    PageDifference,
    PartnerDifference,
    ProseChanged,
    Run,
    RunKind,
    Unreadable,
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
from catalog_tool.text.github_markdown import MOST_CHARACTERS, shown

Found = TypeVar("Found")

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
    """Yield the parts that have something to say; what does not fit is never written."""
    share = {name: int(room * part) for name, part in _SHARES.items()}
    yield from _listed(difference.partners, _partner, share["partners"])
    yield from _listed(difference.unreadable, _unreadable, share["unreadable"])
    yield from _folded("Pages", difference.pages, _page, share["pages"])
    yield from _folded("Names", difference.names, _name, share["names"])
    title = "Files changed, but not for readers"
    yield from _folded(title, difference.unseen, _file, share["unseen"])


def _unreadable(found: Unreadable) -> str:
    return f"- ❌ {_written(unreadable_phrase(found))}"


def _page(found: PageDifference) -> str:
    return f"- {_written(page_phrase(found))}"


def _name(found: NameDifference) -> str:
    return f"- **{_shown(found.name)}**: {_written(joined(name_phrases(found)))}"


def _file(path: str) -> str:
    return f"- {_shown(path)}"


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


def _folded(
    title: str, found: Sequence[Found], write: Callable[[Found], str], room: int
) -> Iterator[str]:
    if found:
        fold = f"<details><summary>{title}: {len(found):,}</summary>"
        yield "\n\n".join([fold, *_listed(found, write, room), "</details>"])


def _listed(found: Sequence[Found], write: Callable[[Found], str], room: int) -> Iterator[str]:
    """Yield as one list what fits; it ends with how many do not."""
    lines = list(_that_fit(map(write, found), room))
    rest = len(found) - len(lines)
    if rest:
        lines.append(f"- … and {rest:,} more")
    if lines:
        yield "\n".join(lines)


def _that_fit(lines: Iterable[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return
        yield line


def _written(phrase: Phrase) -> str:
    return "".join(_shown(each.text) if isinstance(each, Foreign) else each for each in phrase)


def _shown(text: str) -> str:
    return shown(text, LONGEST_TEXT)
