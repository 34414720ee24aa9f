"""A list contains the same value twice.

The rule looks at ``maintainers``, the addresses of ``links``, and the catalog's own fields.
Applications have their own rule. The fix removes the second value.

Why:
    The partner's page would show the value twice, and readers would wonder what the difference is.

Bad:
    maintainers:
      - contoso-anna
      - contoso-anna

Good:
    maintainers:
      - contoso-anna
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Remove, Where

CODE = "CAT129"
SEVERITY = Severity.WARNING


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each value that appears earlier in the same list."""
    partner = entry.partner
    yield from _check_list(("former_names",), partner.former_names)
    yield from _check_list(("products",), partner.products)
    for key, values in partner.fields.items():
        yield from _check_list((key,), values)
    # GitHub logins don't depend on capitalization.
    yield from _check_list(("maintainers",), [login.lower() for login in partner.maintainers])
    yield from _check_list(("links",), [link.url for link in partner.links], safe=False)


def _check_list(where: Where, values: Sequence[str], *, safe: bool = True) -> Iterator[Problem]:
    seen: set[str] = set()
    for position, value in enumerate(values):
        # Refused values are empty here; they have their own message.
        if value and value in seen:
            place = (*where, position)
            fix = ProposedFix("remove the second one", (Remove(place),), safe=safe)
            yield Problem(place, f"{value!r} is already listed.", "Keep one of them.", fix)
        seen.add(value)
