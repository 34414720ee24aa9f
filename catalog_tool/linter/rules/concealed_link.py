"""An address hides where it leads.

Link shorteners such as ``bit.ly`` forward to another address, which they do not show; the addresses
that mail programs and search pages put in place of a link do too. An address that carries another
one, as in ``?next=https://…``, opens that page as soon as the reader has signed in. This holds for
the addresses that have a key of their own and for the links in the description and in the note.

Why:
    What a reviewer has opened is not what a reader opens: the target can be changed at any time,
    without a pull request, and nobody sees from the address whose page it is.

Bad:
    website: https://bit.ly/contoso-identity

Good:
    website: https://www.contoso.com/identity
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._links import faulty_links
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT130"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Judge the links in Markdown; reading judges the addresses that are values of their own."""
    yield from faulty_links(entry, "concealed-link")
