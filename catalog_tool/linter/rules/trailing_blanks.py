"""A line ends with spaces or tabs, or the last line has no line ending.

Two spaces at the end of a line in the description are a line break in Markdown and can stay.

Why:
    Spaces at the end of a line come and go with people's editors. Each time, a pull request shows
    the line as changed although readers see no difference.

Bad:
    name: Contoso{{ U+0020 }}

Good:
    name: Contoso
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit

CODE = "CAT117"
SEVERITY = Severity.WARNING
HAS_VALUES = False

# Possessive, from the first blank on: blanks in the middle of a line are read only once.
_BLANKS = re.compile(r"(?<![ \t])[ \t]++(?=\r?\n|\Z)")
_LINE_BREAK = "  "


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first line that ends with blanks; the fix corrects all of them."""
    text = entry.source.text
    changes = [] if _is_tidy(text) else [*_changes(entry)]
    if not text.endswith("\n"):
        changes.append(Edit(len(text), len(text), "\n"))
    if not changes:
        return
    first = changes[0]
    is_blank = first.end > first.start
    message = "The line ends with spaces or tabs."
    hint = "Delete them."
    if not is_blank:
        message = "The last line has no line ending."
        hint = "Press Enter at the end of the last line."
    yield Problem(
        (),
        message,
        hint,
        ProposedFix("clean up the ends of the lines", tuple(changes)),
        span=(first.start, first.end),
    )


def _is_tidy(text: str) -> bool:
    return not (" \n" in text or "\t\n" in text or " \r" in text or text.endswith((" ", "\t")))


def _changes(entry: Entry) -> Iterator[Edit]:
    source = entry.source
    # Starts and ends of texts alternate, so each place inside a text is behind an odd number.
    edges = [
        edge
        for _, scalar, _ in source.scalars()
        if "\n" in source.text[scalar.start : scalar.end]
        for edge in (scalar.start, scalar.end)
    ]
    for match in _BLANKS.finditer(source.text):
        is_in_text = bisect_right(edges, match.start()) % 2
        if not (is_in_text and match.group().startswith(_LINE_BREAK)):
            yield Edit(*match.span(), "")
