"""An accented letter is written as two characters instead of one.

*é* can be one character, or the letter *e* followed by an accent. Both look the same. This catalog
uses the single character (Unicode's form NFC).

Why:
    Readers who type the name one way wouldn't find it written the other way, and reviewers would
    see a change where there is none.

Bad:
    tested_by: Rene{{ U+0301 }} of our team

Good:
    tested_by: René of our team
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import unicodedata2 as unicodedata

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit

CODE = "CAT118"
SEVERITY = Severity.WARNING

_WORDS = re.compile(r"\S+")
_FORM: Final = "NFC"


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first word that isn't in form NFC; the fix corrects all of them."""
    text = entry.source.text
    if text.isascii() or unicodedata.normalize(_FORM, text) == text:
        return
    changes = tuple(
        Edit(*word.span(), unicodedata.normalize(_FORM, word.group()))
        for word in _WORDS.finditer(text)
        if unicodedata.normalize(_FORM, word.group()) != word.group()
    )
    if not changes:
        return
    first = changes[0]
    yield Problem(
        (),
        f"{first.replacement!r} is written with a separate accent.",
        "Type the accented letter as one character.",
        ProposedFix("write accented letters as one character", changes),
        span=(first.start, first.end),
    )
