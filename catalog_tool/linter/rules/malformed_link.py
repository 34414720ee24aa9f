"""An address cannot be what it is meant to be.

The catalog publishes plain addresses: ``https://``, the public name of a host, and a path. No
spaces, no accents, no user name before the host, no port, no IP address, no name that only works
inside one company. An e-mail address is one plain address.

Why:
    A browser, a program and a reviewer must all read the same address. Unusual spellings are how
    an address leads somewhere else than it seems to, or nowhere.

Bad:
    website: https://localhost/identity

Good:
    website: https://www.contoso.com/identity
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._links import faulty_links
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT102"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Judge the links in Markdown; reading judges the addresses that are values of their own."""
    yield from faulty_links(entry, "malformed-link")
