"""The entry does not say which applications it connects.

List the applications by name under ``applications``. If the integration reaches any application
by a generic way, say so under ``interfaces``: for example ``scim``, ``rest`` or ``sql``. Both
together are welcome.

Why:
    Customers search by application. A partner that names none, and no way to reach any, appears
    in no search.

Bad:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/identity
    contact: https://www.contoso.com/contact
    description: Contoso Gateway provisions accounts in many applications.

Good:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/identity
    contact: https://www.contoso.com/contact
    description: Contoso Gateway provisions accounts in many applications.
    interfaces:
      - rest
      - sql
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from catalog_tool.loader.limits import MOST_GUESSED
from catalog_tool.loader.schema.key_aliases import intended_key
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT105"
SEVERITY = Severity.ERROR

KEYS = ("applications", "interfaces")
"""Keys of which an entry needs one."""

MESSAGE = "The entry names no application and no interface."


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report an entry with neither applications nor interfaces."""
    if entry.partner.applications or entry.partner.interfaces or _was_tried(entry):
        return
    hint = (
        "List the applications under 'applications:', one a line after '- '; or say under "
        "'interfaces:' how any application is reached, for example '- rest'."
    )
    yield Problem((), MESSAGE, hint)


def _was_tried(entry: Entry) -> bool:
    """Whether the file has such a key after all, whose own mistake is already reported."""
    if entry.partner.is_complete or entry.source.root is None:
        return False
    written = (key.value for key, _ in entry.source.root.pairs)
    return any(intended_key(key, KEYS) for key in islice(written, MOST_GUESSED))
