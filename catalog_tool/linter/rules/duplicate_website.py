"""Two entries have the same website.

Addresses count as the same if they differ only in capitalization, a leading ``www.``, a trailing
slash, or a ``#`` and what follows it.

Why:
    Two entries with one page are usually one partner that was added twice, under an old name and a
    new one. Customers would contact the same people twice.

Bad:
    # partners/contoso.yaml
    website: https://www.contoso.com/cloud
    # partners/fabrikam.yaml
    website: https://contoso.com/Cloud/

Good:
    # partners/contoso.yaml
    website: https://www.contoso.com/cloud
    # partners/fabrikam.yaml
    website: https://www.fabrikam.com/cloud
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import exception_hint
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.ordering import same_key

CODE = "CAT203"
SEVERITY = Severity.ERROR


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report every entry whose website another entry also has, with the path of the other file."""
    groups: dict[str, dict[str, Entry]] = {}
    for entry in catalog.entries:
        if entry.partner.website:
            # The rule duplicate-partner already reports entries with the same name.
            group = groups.setdefault(_page(entry.partner.website), {})
            group.setdefault(same_key(entry.title), entry)
    for group in groups.values():
        if len(group) > 1:
            yield from _problems([*group.values()], catalog)


def _page(address: str) -> str:
    page = address.lower().removeprefix("https://").removeprefix("www.")
    return page.partition("#")[0].rstrip("/")


def _problems(entries: list[Entry], catalog: Catalog) -> Iterator[Problem]:
    for position, entry in enumerate(entries):
        other = entries[0 if position else 1]
        website = entry.partner.website
        message = f"{website} is also the website in {other.source.path}."
        hint = (
            "If it's the same partner, keep one file. If not, enter a page that is only about "
            f"this partner. {exception_hint(entry, 'duplicate-website', website, catalog)}"
        )
        paths = tuple(each.source.path for each in entries if each is not entry)
        yield Problem(("website",), message, hint, path=entry.source.path, others=paths)
