"""An address hides where it leads.

Link shorteners such as ``bit.ly`` forward readers to an address that they don't show. So do the
addresses that mail programs and search engines put in place of a link. An address that contains
another one, as in ``?next=https://…``, opens that page after the reader has signed in. This rule
covers the addresses that have their own key and the links in the description and the note. In these
texts, short links of the platform's owner pass, such as ``aka.ms`` in a catalog for a platform of
Microsoft.

Why:
    The target can change at any time, without a pull request, so readers may not open the page that
    the reviewer saw. And nobody can see from the address whose page it is.

Bad:
    website: https://bit.ly/contoso-cloud

Good:
    website: https://www.contoso.com/cloud
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._links import faulty_links
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT130"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.LINKS


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Check the links in Markdown; the loader checks addresses that have their own key."""
    yield from faulty_links(entry, catalog, "concealed-link")
