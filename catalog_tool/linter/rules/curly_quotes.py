"""A value is in curly quotation marks.

Word processors turn straight quotation marks into curly ones. YAML only knows the straight ones,
so the curly ones are published as part of the value.

Why:
    The name would be shown and sorted with quotation marks around it, and an address wouldn't work.

Bad:
    name: “Contoso”

Good:
    name: Contoso
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue

CODE = "CAT115"
SEVERITY = Severity.WARNING

# Some languages close with the mark that others open with: »German«, ”Swedish”.
_OPENING = "“„‘‚«»”"
_CLOSING = "”“’‘»«"


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report each value that begins and ends with a curly quotation mark."""
    if not any(mark in entry.source.text for mark in _OPENING):
        return
    for where, scalar, is_key in entry.source.scalars():
        value = scalar.value.strip()
        # Another rule refuses an address in such marks, with the same fix.
        own = catalog.fields.get(str(where[0]))
        kind = own.type if own else where[-1]
        is_address = kind in {"website", "contact", "applications_url", "url", "email"}
        if is_key or is_address or scalar.style in {"|", ">"} or not is_quoted(value):
            continue
        meant = value[1:-1].strip()
        yield Problem(
            where,
            f"The value {value} is in curly quotation marks.",
            f"Write it without them: {meant}",
            ProposedFix("remove the quotation marks", (ReplaceValue(where, meant),)),
        )


def is_quoted(value: str) -> bool:
    """Return whether a value begins and ends with a curly quotation mark."""
    return len(value) > 2 and value[0] in _OPENING and value[-1] in _CLOSING  # noqa: PLR2004 - a mark on each side of something
