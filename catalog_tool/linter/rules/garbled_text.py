"""Text was read in the wrong encoding somewhere before it came here.

An apostrophe then looks like ``â€™`` and an ü like ``Ã¼``. This happens when a file is saved in one
encoding and opened in another. The fix writes the characters that were meant.

Why:
    Readers see a name that nobody can spell, and search doesn't find it.

Bad:
    description: Contosoâ€™s gateway connects mainframe applications.

Good:
    description: Contoso's gateway connects mainframe applications.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit
from catalog_tool.text.phrases import shorten
from catalog_tool.text.repairs import Repair

CODE = "CAT138"
SEVERITY = Severity.WARNING

_LINE = re.compile(r"[^\n]+")
# What the first byte of a character becomes, before what the second one becomes.
_SIGNS = re.compile(r"[\u00c2-\u00f4\u0420\u0421\u0432][^\sA-Za-z0-9]")
_MOST_SHOWN = 60
_OFTEN = "‘’“–—…•©®°«»ÄÖÜßäöüâçèéêëîïôùûñáóúåøæãõ"
_GARBLED = {char.encode().decode("cp1252"): char for char in _OFTEN}
REPAIR = Repair("|".join(_GARBLED), tuple(_GARBLED.items()), "was read in the wrong encoding")
"""The most common of these characters, one by one."""


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first such word; the fix corrects all of them."""
    text = entry.source.text
    if text.isascii() or not _SIGNS.search(text):
        return
    from ftfy import fix_encoding  # noqa: PLC0415 - needed only for such texts

    lines = ((line, fix_encoding(line.group())) for line in _LINE.finditer(text))
    changes = [_change(line, meant) for line, meant in lines if meant != line.group()]
    if changes:
        first = changes[0]
        written = text[first.start : first.end]
        yield Problem(
            (),
            f"{shorten(written, _MOST_SHOWN)!r} {REPAIR.reason}.",
            f"Write {shorten(first.replacement, _MOST_SHOWN)!r}. Save files as UTF-8.",
            ProposedFix("write the characters that were meant", tuple(changes), safe=False),
            span=(first.start, first.end),
        )


def _change(line: re.Match[str], meant: str) -> Edit:
    """Return the change of the words that differ."""
    written = line.group()
    shortest = min(len(written), len(meant))
    start = next((at for at in range(shortest) if written[at] != meant[at]), shortest)
    same = next(
        (at for at in range(shortest - start) if written[-1 - at] != meant[-1 - at]),
        shortest - start,
    )
    start = written.rfind(" ", 0, start) + 1
    after = written.find(" ", len(written) - same)
    same = len(written) - after if after >= 0 else 0
    return Edit(line.start() + start, line.end() - same, meant[start : len(meant) - same])
