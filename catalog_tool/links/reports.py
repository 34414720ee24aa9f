"""The links as a report: for people, for programs, and for an issue that is kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from click import style

from catalog_tool.links.findings import shortened
from catalog_tool.links.inventory import Link
from catalog_tool.links.summary import Outlook, words_of
from catalog_tool.linter.reporters.json import facts_of, written
from catalog_tool.linter.reporters.markdown import listing
from catalog_tool.linter.reporters.text import lines
from catalog_tool.text.github_markdown import MOST_CHARACTERS, shown
from catalog_tool.text.terminal import visible

JSON_VERSION = 1
_ROOM_FOR_UNKNOWN = 20_000
_RESERVED = 1_000  # for the head and the count of what is left out

Report = Callable[[Outlook], str]


def text_report(outlook: Outlook) -> str:
    """Return the report for a terminal, with its styles."""
    blocks = ["\n".join([*lines(found), "", ""]) for found in outlook.diagnostics]
    unknown = [
        f"  {visible(shortened(link.address))}  {visible(words_of(seen))}\n"
        for link, seen in outlook.unknown()
    ]
    heading = [f"{style('Not certain', bold=True)}, to be tried again:\n"] if unknown else []
    ending = ["\n"] if unknown else []
    return "".join([*blocks, *heading, *unknown, *ending, outlook.sentence(), "\n"])


def json_report(outlook: Outlook) -> str:
    """Return the report as JSON; its diagnostics are those of ``catalog check``."""
    whole = {
        "version": JSON_VERSION,
        "summary": {"links": len(outlook.links)} | _numbers(outlook),
        "diagnostics": [facts_of(found) for found in outlook.diagnostics],
        "links": [_facts(outlook, link) for link in outlook.links],
    }
    return written(whole)


def markdown_report(outlook: Outlook) -> str:
    """Return the report as the text of an issue, at most 60,000 characters.

    It is empty when no link needs a look: ``catalog rolling-issue`` closes its issue then.
    """
    if not outlook.diagnostics:
        return ""
    head = f"**Some links need a look.** {outlook.sentence()}\n"
    unknown = _unknown_in_markdown(outlook)
    room = MOST_CHARACTERS - _RESERVED - len(unknown)
    return f"{head}\n{listing(outlook.diagnostics, room)}{unknown}"


REPORTS: Mapping[str, Report] = {
    "json": json_report,
    "markdown": markdown_report,
    "text": text_report,
}
"""The reports by the name of their format."""


def _facts(outlook: Outlook, link: Link) -> dict[str, Any]:
    seen = outlook.seen(link)
    known = seen.model_dump(mode="json", exclude={"verdict"}) if seen else {}
    places = [{"path": place.path, "where": list(place.where)} for place in link.places]
    standing = outlook.standing(link).value
    return {"address": link.address, "standing": standing, "places": places, **known}


def _numbers(outlook: Outlook) -> dict[str, int]:
    return {standing.value: number for standing, number in outlook.numbers.items()}


def _unknown_in_markdown(outlook: Outlook) -> str:
    rows = list(_rows(outlook))
    if not rows:
        return ""
    lengths = accumulate(map(len, rows))
    fitting = sum(length <= _ROOM_FOR_UNKNOWN for length in lengths)
    left_out = len(rows) - fitting
    more = f"\n{left_out} more are left out here for their length.\n" if left_out else ""
    head = "\n**Not certain, to be tried again:**\n\n| link | last answer |\n|---|---|\n"
    return f"{head}{''.join(rows[:fitting])}{more}"


def _rows(outlook: Outlook) -> Iterator[str]:
    for link, seen in outlook.unknown():
        yield f"| {shown(shortened(link.address))} | {shown(words_of(seen))} |\n"
