"""An address reads like one of the platform's owner, and is not.

The owner's name is the first word of the platform's. Refused are hosts that write it with other
letters, such as ``c0ntoso.com`` in a catalog for *Contoso Cloud*, that hold it as a host inside of
another, such as ``contoso.com.fabrikam.com``, or that name it beside a word of signing in, such as
``contoso-login.com``. A host that names the platform honestly passes: ``contoso.fabrikam.com``. Who
else owns a name is not known here, so an admin still looks at new hosts.

Why:
    The catalog carries the platform's name, and its readers have passwords for the platform. On a
    page that looks like the platform's own they type them in.

Bad:
    # mkdocs.yml
    plugins:
      - catalog:
          platform: Contoso Cloud
    # partners/fabrikam.yaml
    website: https://login.c0ntoso.com/connect

Good:
    # mkdocs.yml
    plugins:
      - catalog:
          platform: Contoso Cloud
    # partners/fabrikam.yaml
    website: https://contoso.fabrikam.com/connect
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.endorsements import platform_in_host
from catalog_tool.linter.rules._texts import markups
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.text.urls.address import host_of

CODE = "CAT132"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Judge the host of each address, of e-mail and of links in Markdown too."""
    for where, address in _addresses(entry):
        host = host_of(address) or address.rpartition("@")[2].lower()
        if found := platform_in_host(host, catalog.platform):
            message = f"{found!r} in {host!r} reads like an address of the platform's owner."
            hint = "Give an address of your own company, under a name that is clearly yours."
            yield Problem(where, message, hint, quote=address)


def _addresses(entry: Entry) -> Iterator[tuple[Where, str]]:
    yield from entry.partner.addresses()
    for where, markup in markups(entry):
        yield from ((where, anchor.target) for anchor in markup.anchors)
