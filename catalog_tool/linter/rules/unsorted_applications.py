"""The applications aren't in alphabetical order.

Each list is sorted by name, and groups are sorted by the name of the group. Capitalization,
accents, and punctuation don't count, and numbers are sorted by value: *App 2* comes before
*App 10*. The fix sorts the list for you.

Why:
    Readers look for a name where the alphabet puts it, and think that it is missing if it isn't
    there. A sorted list also shows reviewers what was added.

Bad:
    applications:
      - SAP ECC
      - IBM Maximo

Good:
    applications:
      - IBM Maximo
      - SAP ECC
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from catalog_tool.linter.rules.unusable_name import is_usable
from catalog_tool.model.applications import NO_APPLICATION
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Reorder, Where
from catalog_tool.text.ordering import sort_key

CODE = "CAT107"
SEVERITY = Severity.WARNING


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first name that is out of order in each list, and among the groups."""
    applications = entry.partner.applications
    if isinstance(applications, dict):
        yield from _check_order(("applications",), tuple(applications), "group")
    for where, names in entry.partner.application_lists():
        yield from _check_order(where, names, "name")


def _is_name(text: str) -> bool:
    """Whether no other rule reports that a text isn't a name."""
    return is_usable(text) and not NO_APPLICATION.reason_against(text)


def _check_order(where: Where, names: Sequence[str], kind: str) -> Iterator[Problem]:
    # Another rule reports names that sort the same; their order doesn't matter.
    keys = [sort_key(name)[0] for name in names]
    if len(set(keys)) < len(keys):
        return
    first = next((n for n, (one, two) in enumerate(pairwise(keys), start=1) if two < one), None)
    if first is None or not all(keys) or not all(map(_is_name, names)):
        return
    order = tuple(sorted(range(len(names)), key=keys.__getitem__))
    place = order.index(first)
    belongs = f"after {names[order[place - 1]]!r}" if place else "first"
    yield Problem(
        (*where, names[first] if kind == "group" else first),
        f"The {kind} {names[first]!r} comes after {names[first - 1]!r}; it belongs {belongs}.",
        f"Sort the {kind}s in this list alphabetically.",
        ProposedFix(f"sort the {kind}s", (Reorder(where, order),)),
        on_key=kind == "group",
    )
