"""A text says that the platform's owner, or this catalog, approves of the partner.

Looked for are phrases such as *verified by Microsoft* and *Microsoft-certified* in the
descriptions, notes and labels of a catalog for Microsoft's platform. An admin who knows that it is
true lets it pass; it is a warning only. Certificates of standards and auditors may be named.

Why:
    Nobody here checks such claims, and on a site with the platform's name they read like its own.

Bad:
    tested_by: Tested and approved by the catalog

Good:
    tested_by: Tested with a full cycle of 500 users
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.catalog import Catalog, Entry
from catalog_tool.claims import endorsements, may_endorse
from catalog_tool.diagnostic import Problem, Severity
from catalog_tool.rules._texts import is_ascii, plain_texts

CODE = "CAT126"
SEVERITY = Severity.WARNING


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report the first such phrase of each text; names of partners have a rule of their own."""
    if is_ascii(entry) and not may_endorse(entry.source.text):
        return
    for where, text in plain_texts(entry):
        phrase = next(endorsements(text, catalog.platform), "") if where != ("name",) else ""
        if phrase:
            message = f"{phrase!r} reads like an approval that the catalog cannot vouch for."
            hint = "Say what was done and by whom, or link to the page that proves it."
            yield Problem(where, message, hint, quote=phrase)
