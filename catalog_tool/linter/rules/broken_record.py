"""The record of a former partner has a wrong target, name, or date.

The key of a record is the file name that the partner had, without ``.yaml``. No entry can use that
name: if the partner is back, delete its record. ``moved_to`` names an entry, or another record that
leads to one, and never goes in a circle. The date in ``removed`` isn't in the future.

A partner under ``withdrawn`` has neither a file nor a record, because both would name it.

Why:
    The old address of a partner shows what its record says. Readers who follow it should arrive at
    the right page, and shouldn't read that a partner left when it is in the catalog.

Bad:
    # partners/_former.yaml, complete
    former:
      fabrikam:
        name: Fabrikam
        moved_to: contoso-cloud

Good:
    # partners/contoso-cloud.yaml
    name: Contoso Cloud
    # partners/_former.yaml, complete
    former:
      fabrikam:
        name: Fabrikam
        moved_to: contoso-cloud
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.former_partners import FormerPartner, withdrawn_hash
from catalog_tool.model.identifiers import ENTRY_SUFFIX, reserved_for
from catalog_tool.model.today import today

CODE = "CAT210"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.FORMAT

_TOMORROW_ELSEWHERE = dt.timedelta(days=1)


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each record that contradicts the entries, the calendar, or another record."""
    path = catalog.former_source.path
    yield from _check_withdrawn(catalog)
    for identifier, record in catalog.former.former.items():
        yield from _check_return(identifier, catalog)
        for check in (_check_name, _check_date, _check_target):
            for problem in check(identifier, record, catalog):
                yield replace(problem, path=path)


def _check_withdrawn(catalog: Catalog) -> Iterator[Problem]:
    """Report a withdrawn partner that has a file, in both places, or a record."""
    former, path = catalog.former, catalog.former_source.path
    present = catalog.file_ids | former.former.keys() if former.withdrawn else ()
    for identifier in sorted(filter(former.has_withdrawn, present)):
        where = ("withdrawn", former.withdrawn.index(withdrawn_hash(identifier)))
        if identifier in former.former:
            message = f"{identifier!r} is withdrawn, but it also has a record, which names it."
            yield Problem(where, message, "Delete the record.", path=path)
        if catalog.has(identifier):
            file = f"{path.rpartition('/')[0]}/{identifier}.yaml"
            message = f"{path} says that {identifier!r} is withdrawn, but {file} exists."
            hint = "Delete the file. If the partner is back, delete the line under 'withdrawn:'."
            yield Problem(where, message, hint, path=path)
            yield Problem(("name",), message, hint, path=file)


def _check_return(identifier: str, catalog: Catalog) -> Iterator[Problem]:
    """Report a partner that has a file and a record, in both places: either may be new."""
    if not catalog.has(identifier):
        return
    records = catalog.former_source.path
    file = f"{records.rpartition('/')[0]}/{identifier}.yaml"
    message = f"{records} lists {identifier!r} as a former partner, but {file} exists."
    hint = "If the partner is back, delete the record. If not, rename the file."
    yield Problem(("former", identifier), message, hint, on_key=True, path=records)
    yield Problem(("name",), message, hint, path=file)


def _check_name(identifier: str, _record: FormerPartner, _catalog: Catalog) -> Iterator[Problem]:
    if meaning := reserved_for(identifier):
        message = f"{identifier!r} is the name of {meaning}, so it can't be a partner's file name."
        hint = "Write the name that the partner's file had, without .yaml."
        yield Problem(("former", identifier), message, hint, on_key=True)


def _check_date(identifier: str, record: FormerPartner, _catalog: Catalog) -> Iterator[Problem]:
    if not record.removed:
        return
    day = dt.date.fromisoformat(record.removed)
    if day > today() + _TOMORROW_ELSEWHERE:
        message = f"'{day}' is in the future. Today is {today()}."
        hint = "Write the day on which the partner was removed."
        yield Problem(("former", identifier, "removed"), message, hint)


def _check_target(identifier: str, record: FormerPartner, catalog: Catalog) -> Iterator[Problem]:
    """Report records that go in a circle, and a record whose target doesn't exist."""
    if not record.moved_to:
        return
    where = ("former", identifier, "moved_to")
    way = catalog.former.move_chain(identifier)
    if len(set(way)) < len(way):
        message = f"These records go in a circle: {' moved to '.join(map(repr, way))}."
        yield Problem(where, message, "Point the last one to an entry that exists.")
    elif record.moved_to not in catalog.former.former and not catalog.has(record.moved_to):
        message = f"{identifier!r} moved to {record.moved_to!r}, but there is no such entry."
        yield Problem(where, message, _hint(record.moved_to, catalog))


def _hint(target: str, catalog: Catalog) -> str:
    if target in catalog.intended_ids:
        return f"The record is right. Rename the file of the entry to {target}{ENTRY_SUFFIX}."
    near = get_close_matches(target, catalog.by_id, 1)
    return f"Did you mean {near[0]!r}?" if near else "Write its file name, without .yaml."
