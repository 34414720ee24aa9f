"""A text says that the platform's owner or this catalog approves of the partner.

In a catalog for Fabrikam Cloud, these are phrases such as *verified by Fabrikam*, *Fabrikam
recommends us*, and *official Fabrikam connector*, and a test that names Fabrikam as the tester.
This is only a warning: an admin who knows that the claim is true can make an exception. You can
name certificates of standards bodies and auditors, and you can say what the platform checks while
it runs, such as tokens.

Why:
    Nobody here verifies such claims, and on a site with the platform's name they read like the
    platform's own.

Bad:
    tested_by: Tested and approved by the catalog

Good:
    tested_by: Tested with a full cycle of 500 users
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.endorsements import endorsements, may_endorse
from catalog_tool.linter.rules._texts import is_ascii, plain_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT126"
SEVERITY = Severity.WARNING

# What readers see before the text of this key.
_TESTED_BY = "tested by "


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report the first such phrase of each text; names of partners have their own rule."""
    partner = entry.partner
    # The key isn't part of what is said; in a text, it would be indented.
    said = entry.source.text.replace("\ntested_on:", "\n")
    if not partner.tested_by and is_ascii(entry) and not may_endorse(said):
        return
    for where, text in plain_texts(entry):
        read = _as_shown(text) if where == ("tested_by",) else text
        phrase = next(endorsements(read, catalog.platform, partner.name), "")
        if phrase and where != ("name",):
            message = f"{phrase!r} reads like an approval, which this catalog can't confirm."
            hint = "Say what was done and by whom, or link to the page that proves it."
            yield Problem(where, message, hint, quote=phrase.removeprefix(_TESTED_BY))


def _as_shown(tested_by: str) -> str:
    begins_with_by = tested_by.lower().startswith("by ")
    return _TESTED_BY + (tested_by[3:] if begins_with_by else tested_by)
