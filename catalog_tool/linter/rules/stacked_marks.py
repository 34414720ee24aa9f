"""A letter has too many accents, or accents appear without a letter.

A letter can carry as many accents and vowel signs as any language uses: two in Vietnamese, three in
classical Greek, four in pointed Hebrew. More of them, the same one twice, and marks that cross out
or frame a letter aren't accepted.

Why:
    Stacked marks run into the lines above and below, where they hide what other partners wrote, and
    no search finds a word that is crossed out this way.

Bad:
    tested_by: By ha{{ U+0336 }}nd

Good:
    tested_by: By hand
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import is_ascii, plain_texts
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.text.characters.combining_marks import MarkFault, mark_faults

CODE = "CAT122"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.INERT


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first such letter of each text."""
    if is_ascii(entry):
        return
    for where, text in plain_texts(entry):
        if fault := next(mark_faults(text), None):
            yield _problem(where, fault)


def _problem(where: Where, fault: MarkFault) -> Problem:
    message = f"'{_shown(fault)}' {fault.reason}."
    hint = "Write the text without these marks. Search and screen readers can't handle them."
    return Problem(where, message, hint, quote=fault.text)


def _shown(fault: MarkFault) -> str:
    """Return the letter, and its marks as escapes: the marks would spoil the message."""
    marks = fault.text.removeprefix(fault.plain)
    return fault.plain + "".join(rf"\u{ord(mark):04x}" for mark in marks[:4])
