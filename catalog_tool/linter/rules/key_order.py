"""The keys aren't in the standard order.

Entries have their keys in one order: name, website, contact, description, applications, and so on,
then the catalog's own fields. The page about the format has the full order. The fix sorts the keys
for you, and comments move with their key.

Why:
    Reviewers read many entries. They find the contact faster if it is always in the same place.

Bad:
    website: https://www.contoso.com/cloud
    name: Contoso
    contact: https://www.contoso.com/contact
    description: This gateway connects mainframe applications.
    applications:
      - IBM Maximo

Good:
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: https://www.contoso.com/contact
    description: This gateway connects mainframe applications.
    applications:
      - IBM Maximo
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Reorder
from catalog_tool.model.partner import Partner

CODE = "CAT119"
SEVERITY = Severity.WARNING


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report the first key that comes after one that it should come before."""
    pairs = entry.source.root.pairs if entry.source.root else ()
    rank_of = _ranks(catalog.entry_model)
    ranks = [rank_of.get(key.value, -1) for key, _ in pairs]
    if ranks == sorted(ranks) or -1 in ranks:
        return
    first = next(n for n, (one, two) in enumerate(pairwise(ranks), start=1) if two < one)
    order = tuple(sorted(range(len(ranks)), key=ranks.__getitem__))
    keys = [key.value for key, _ in pairs]
    yield Problem(
        (keys[first],),
        f"The key {keys[first]!r} comes after {keys[first - 1]!r}.",
        f"Put the keys in this order: {', '.join(keys[position] for position in order)}.",
        ProposedFix("put the keys in order", (Reorder((), order),)),
        on_key=True,
    )


@lru_cache(maxsize=1)
def _ranks(model: type[Partner]) -> dict[str, int]:
    return {key: rank for rank, key in enumerate(model.by_key())}
