"""An address isn't a plain public web or email address.

The catalog publishes plain addresses: ``https://``, a public host name, and a path. Spaces,
accents, a user name before the host, ports, IP addresses, and names that only work inside one
company aren't allowed. An email address is one plain address.

Why:
    A browser, a program, and a reviewer must all read the same address. An unusual spelling can
    make an address lead somewhere other than it seems to, or nowhere.

Bad:
    website: https://localhost/cloud

Good:
    website: https://www.contoso.com/cloud
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._links import faulty_links
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT102"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.LINKS


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Check the links in Markdown; the loader checks addresses that have their own key."""
    yield from faulty_links(entry, catalog, "malformed-link")
