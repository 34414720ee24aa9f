"""A link does not start with ``https://``.

This holds for the addresses that have a key of their own and for the links in the description and
in the note. Links to files, scripts and mail programs are refused as well.

Why:
    Whoever shares the network with a reader can change a page that comes without https, and send
    the reader's question to somebody else than the partner.

Bad:
    website: http://www.contoso.com/identity

Good:
    website: https://www.contoso.com/identity
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._links import faulty_links
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT103"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Judge the links in Markdown; reading judges the addresses that are values of their own."""
    yield from faulty_links(entry, "insecure-link")
