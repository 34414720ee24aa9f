"""The file has Windows line endings.

Editors on Windows end each line with two characters (CR LF), all others with one (LF). Both can be
read, but in this catalog all files use LF.

Why:
    If two people's editors disagree, a pull request shows every line as changed, and nobody sees
    what really changed.

Bad:
    name: Contoso{{ U+000D }}

Good:
    name: Contoso
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit

CODE = "CAT116"
SEVERITY = Severity.WARNING
HAS_VALUES = False

_WINDOWS = "\r\n"


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first Windows line ending; the fix changes all of them."""
    text = entry.source.text
    first = text.find(_WINDOWS)
    if first < 0:
        return
    ends = []
    at = first
    while at >= 0:
        ends.append(Edit(at, at + 1, ""))
        at = text.find(_WINDOWS, at + 1)
    lines = "1 line has a Windows line ending"
    if len(ends) > 1:
        lines = f"{len(ends)} lines have Windows line endings"
    yield Problem(
        (),
        f"{lines} (CR LF).",
        "Choose the line ending 'LF' when you save the file.",
        ProposedFix("use LF line endings", tuple(ends)),
        span=(first, first),
    )
