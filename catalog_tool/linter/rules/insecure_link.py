"""A link doesn't use https.

Every address starts with ``https://``: those that have their own key, and the links in the
description and the note. Links to files, scripts, and mail programs aren't allowed either.

Why:
    Anyone on the same network as a reader can change a page that is loaded without https, and send
    the reader's question to someone other than the partner.

Bad:
    website: http://www.contoso.com/cloud

Good:
    website: https://www.contoso.com/cloud
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._links import faulty_links
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT103"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.LINKS


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Check the links in Markdown; the loader checks addresses that have their own key."""
    yield from faulty_links(entry, catalog, "insecure-link")
