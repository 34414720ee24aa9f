"""The name of a partner claims an approval, or poses as the platform.

A name says who somebody is, not what others think of them. Refused are words such as *official*,
*verified*, *certified* and *gold partner*, signs such as ✔ and ★, and the name of the platform or
of its owner, unless a word such as *for* stands before it. A registered name that holds such a
word passes once the vocabulary of the catalog knows it as a vendor: admins decide that. Only
English words are looked for.

Why:
    The catalog carries the name of a platform. Readers would take the claim for the platform's
    own, and choose by it.

Bad:
    # partners/contoso-verified.yaml
    name: Contoso (verified)

Good:
    # partners/contoso.yaml
    name: Contoso
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.endorsements import claim_in_name, platform_in_name
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT125"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Judge the name of one partner."""
    name = entry.partner.name
    if found := platform_in_name(name, catalog.platform):
        message = f"{found!r} in the name {name!r} is the platform's own name, or its owner's."
        hint = "Write the name of your company; what it connects to stands in the description."
        yield Problem(("name",), message, hint, quote=found)
    elif (found := claim_in_name(name)) and not catalog.vocabulary.knows(name):
        message = f"{found!r} in the name {name!r} claims an approval."
        hint = "Write the name alone; if it is registered like this, tell an admin of the catalog."
        yield Problem(("name",), message, hint, quote=found)
