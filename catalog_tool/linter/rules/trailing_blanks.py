"""A line ends in spaces that nobody can see, or the last line does not end at all.

Two spaces at the end of a line of the description are a line break in Markdown and may stay.

Why:
    Spaces at the end of a line come and go with people's editors; each time a pull request shows
    the line as changed although no reader will see a difference.

Bad:
    name: Contoso{{ U+0020 }}

Good:
    name: Contoso
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceText

CODE = "CAT117"
SEVERITY = Severity.WARNING

# From the first blank on and all at once: blanks that end nowhere are read one time only.
_BLANKS = re.compile(r"(?<![ \t])[ \t]++(?=\r?\n|\Z)")
_LINE_BREAK = "  "


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first line that ends in blanks; the fix corrects all of them."""
    text = entry.source.text
    changes = [] if _is_tidy(text) else [*_changes(entry)]
    if not text.endswith("\n"):
        changes.append(ReplaceText(len(text), len(text), "\n"))
    if not changes:
        return
    first = changes[0]
    is_blank = first.end > first.start
    message = "The line ends in blanks." if is_blank else "The last line has no line end."
    hint = "Delete the blanks." if is_blank else "Press Enter after the last line."
    yield Problem(
        (),
        message,
        hint,
        ProposedFix("tidy the line ends", tuple(changes)),
        span=(first.start, first.end),
    )


def _is_tidy(text: str) -> bool:
    return not (" \n" in text or "\t\n" in text or " \r" in text or text.endswith((" ", "\t")))


def _changes(entry: Entry) -> Iterator[ReplaceText]:
    source = entry.source
    breaks = [
        (scalar.start, scalar.end)
        for _, scalar, _ in source.scalars()
        if "\n" in source.text[scalar.start : scalar.end]
    ]
    for match in _BLANKS.finditer(source.text):
        is_in_text = any(start <= match.start() < end for start, end in breaks)
        if not (is_in_text and match.group().startswith(_LINE_BREAK)):
            yield ReplaceText(match.start(), match.end(), "")
