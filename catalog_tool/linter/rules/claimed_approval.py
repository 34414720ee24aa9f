"""A partner's name claims an approval or poses as the platform.

A name says who a company is, not what others think of it. Names can't contain words such as
*official*, *verified*, *certified*, and *gold partner*, signs such as ✔ and ★, or the name of the
platform or its owner, unless a word such as *for* comes before it. If a company's registered name
contains such a word, an admin can let it pass with an exception in ``_exceptions.yaml``. Only
English words are checked.

Why:
    The catalog carries the name of a platform. Readers would think that the claim comes from the
    platform, and choose a partner because of it.

Bad:
    # partners/contoso-verified.yaml
    name: Contoso (verified)

Good:
    # partners/contoso.yaml
    name: Contoso
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.endorsements import BADGE, CLAIM, claim_in_name, platform_in_name
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.refusals import Refusal

CODE = "CAT125"
SEVERITY = Severity.ERROR


_HINT = (
    "Remove it from the name. If it is part of the registered name, ask an admin for an exception "
    "in _exceptions.yaml."
)
_REASON = "in a name claims an approval"
CLAIMS = (
    Refusal(CLAIM, _REASON, _HINT, ignores_case=True, quotes_match=True),
    Refusal(BADGE, _REASON, _HINT, quotes_match=True),
)
"""The claims that a pattern finds, in plain letters."""


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Check the name of one partner."""
    name = entry.partner.name
    if found := platform_in_name(name, catalog.platform):
        message = f"{found!r} in the name {name!r} is the name of the platform or its owner."
        hint = "Write your company's name. Say in the description what it connects to."
        yield Problem(("name",), message, hint, quote=found)
    elif (found := claim_in_name(name)) and not catalog.vocabulary.knows(name):
        yield Problem(("name",), f"{found!r} {_REASON}.", _HINT, quote=found)
