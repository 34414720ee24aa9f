"""The keys are not in the order of the format.

Entries have their keys in one order: name, website, contact, description, applications and so on,
as on the page about the format. The fix sorts them for you; comments move with their key.

Why:
    A reviewer who reads many entries finds the contact where it always is.

Bad:
    website: https://www.contoso.com/identity
    name: Contoso
    contact: https://www.contoso.com/contact
    description: This gateway provisions accounts in mainframe applications.
    applications:
      - IBM RACF

Good:
    name: Contoso
    website: https://www.contoso.com/identity
    contact: https://www.contoso.com/contact
    description: This gateway provisions accounts in mainframe applications.
    applications:
      - IBM RACF
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Reorder
from catalog_tool.model.partner import Partner

CODE = "CAT119"
SEVERITY = Severity.WARNING

_RANKS = {key: rank for rank, key in enumerate(Partner.model_fields)}


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first key that stands after one it belongs before."""
    pairs = entry.source.root.pairs if entry.source.root else ()
    ranks = [_RANKS.get(key.value, -1) for key, _ in pairs]
    if ranks == sorted(ranks) or -1 in ranks:
        return
    first = next(n for n, (one, two) in enumerate(pairwise(ranks), start=1) if two < one)
    order = tuple(sorted(range(len(ranks)), key=ranks.__getitem__))
    keys = [key.value for key, _ in pairs]
    yield Problem(
        (keys[first],),
        f"The key {keys[first]!r} stands after {keys[first - 1]!r}.",
        f"Put the keys in this order: {', '.join(keys[position] for position in order)}.",
        ProposedFix("put the keys in order", (Reorder((), order),)),
        on_key=True,
    )
