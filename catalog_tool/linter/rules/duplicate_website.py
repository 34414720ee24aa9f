"""Two entries give the same website.

Addresses are the same if they differ only in capital letters, a leading ``www.``, a slash at the
end or a ``#`` with what follows it.

Why:
    Two entries for one page are usually one partner that was added twice, under an old name and a
    new one. Customers would ask the same people twice.

Bad:
    # partners/contoso.yaml
    website: https://www.contoso.com/identity
    # partners/fabrikam.yaml
    website: https://contoso.com/Identity/

Good:
    # partners/contoso.yaml
    website: https://www.contoso.com/identity
    # partners/fabrikam.yaml
    website: https://www.fabrikam.com/identity
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.ordering import same_key

CODE = "CAT203"
SEVERITY = Severity.ERROR


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report every entry whose website another entry has as well, naming the other file."""
    groups: dict[str, dict[str, Entry]] = {}
    for entry in catalog.entries:
        if entry.partner.website:
            # Of entries with the same name the rule duplicate-partner has said all already.
            group = groups.setdefault(_page(entry.partner.website), {})
            group.setdefault(same_key(entry.title), entry)
    for group in groups.values():
        if len(group) > 1:
            yield from _problems([*group.values()])


def _page(address: str) -> str:
    page = address.lower().removeprefix("https://").removeprefix("www.")
    return page.partition("#")[0].rstrip("/")


def _problems(entries: list[Entry]) -> Iterator[Problem]:
    for position, entry in enumerate(entries):
        other = entries[0 if position else 1]
        message = f"{entry.partner.website} is also the website of {other.source.path}."
        hint = (
            "If it is the same partner, keep one file; if not, give the page that is about this "
            "partner alone."
        )
        yield Problem(("website",), message, hint, path=entry.source.path)
