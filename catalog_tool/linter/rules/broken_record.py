"""The record of a former partner leads nowhere, or tells of a partner that is here.

A record is kept under the name that the file had. That name must be free: if the partner is back,
its record goes. `moved_to` names an entry, or another record that leads on; never in a circle. The
day in `removed` has come, and the name is one that an entry may have.

Why:
    The old address of a partner answers with what its record says. A reader who follows it must
    arrive, and must not be told that a partner left who is in the catalog.

Bad:
    # partners/_former.yaml, complete
    former:
      fabrikam:
        name: Fabrikam
        moved_to: contoso-identity

Good:
    # partners/contoso-identity.yaml
    name: Contoso Identity
    # partners/_former.yaml, complete
    former:
      fabrikam:
        name: Fabrikam
        moved_to: contoso-identity
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.former_partners import FormerPartner
from catalog_tool.model.identifiers import reserved_for
from catalog_tool.model.today import today

CODE = "CAT210"
SEVERITY = Severity.ERROR

_TOMORROW_ELSEWHERE = dt.timedelta(days=1)


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each record that contradicts the entries, the calendar or another record."""
    path = catalog.former_source.path
    for identifier, record in catalog.former.former.items():
        yield from _returned(identifier, catalog)
        for check in (_reserved, _untimely, _astray):
            for problem in check(identifier, record, catalog):
                yield replace(problem, path=path)


def _returned(identifier: str, catalog: Catalog) -> Iterator[Problem]:
    """Tell of a partner that is here both in its file and in its record: either may be new."""
    if not catalog.has(identifier):
        return
    records = catalog.former_source.path
    file = f"{records.rpartition('/')[0]}/{identifier}.yaml"
    message = f"{records} tells of {identifier!r} as of a former partner, and {file} exists."
    hint = "If the partner is back, delete the record. If not, give the file another name."
    yield Problem(("former", identifier), message, hint, on_key=True, path=records)
    yield Problem(("name",), message, hint, path=file)


def _reserved(identifier: str, _record: FormerPartner, _catalog: Catalog) -> Iterator[Problem]:
    if meaning := reserved_for(identifier):
        message = f"{identifier!r} is the name of {meaning}, so no partner had it."
        hint = "Write the name that the partner's file had, without .yaml."
        yield Problem(("former", identifier), message, hint, on_key=True)


def _untimely(identifier: str, record: FormerPartner, _catalog: Catalog) -> Iterator[Problem]:
    if not record.removed:
        return
    day = dt.date.fromisoformat(record.removed)
    if day > today() + _TOMORROW_ELSEWHERE:
        message = f"'{day}' lies in the future; today is {today()}."
        hint = "Write the day on which the partner was removed."
        yield Problem(("former", identifier, "removed"), message, hint)


def _astray(identifier: str, record: FormerPartner, catalog: Catalog) -> Iterator[Problem]:
    """Tell of a way in a circle, and of a next step to where nobody is."""
    if not record.moved_to:
        return
    where = ("former", identifier, "moved_to")
    way = catalog.former.move_chain(identifier)
    if len(set(way)) < len(way):
        message = f"{' moved to '.join(map(repr, way))}, which is a circle."
        yield Problem(where, message, "Let the last of them name an entry that exists.")
    elif record.moved_to not in catalog.former.former and not catalog.has(record.moved_to):
        message = f"{identifier!r} moved to {record.moved_to!r}, and there is no such entry."
        near = get_close_matches(record.moved_to, catalog.by_id, 1)
        hint = f"Did you mean {near[0]!r}?" if near else "Write the name of its file, no .yaml."
        yield Problem(where, message, hint)
