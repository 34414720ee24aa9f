"""A rule stopped in the middle of its work.

This is a mistake in the catalog's own program, never in an entry. The other rules have still
looked at everything, so the rest of the report holds. Nothing is published until the rule works
again, because nobody knows what it would have found.

Why:
    A checker that stops at the first surprise leaves everybody waiting. A checker that swallows
    the surprise lets through what it was meant to find. So the surprise itself is reported.

Bad:
    def check_entry(entry, catalog):
        yield from entry.partner.nicknames

Good:
    def check_entry(entry, catalog):
        yield from ()
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT000"
SEVERITY = Severity.ERROR
