"""An address imitates one of the platform's owner.

The rule takes the first word of the platform's name as the name of its owner. It refuses hosts that
spell this name with other letters, such as ``c0ntoso.com`` in a catalog for *Contoso Cloud*, that
contain it as a host inside another one, such as ``contoso.com.fabrikam.com``, or that combine it
with a sign-in word, such as ``contoso-login.com``. A host that names the platform openly passes:
``contoso.fabrikam.com``. The rule can't know who else owns a name, so an admin still looks at new
hosts.

Why:
    The catalog carries the platform's name, and its readers have passwords for the platform. On a
    page that looks like the platform's own, they may enter them.

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
from catalog_tool.linter.rules._texts import addresses, markups
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.text.urls.address import host_of

CODE = "CAT132"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Check the host of each address, including email addresses and links in Markdown."""
    for where, address in _addresses(entry):
        host = host_of(address) or address.rpartition("@")[2].lower()
        if found := platform_in_host(host, catalog.platform):
            message = f"{found!r} in {host!r} looks like an address of the platform's owner."
            hint = "Use an address of your own company, with a host name that is clearly yours."
            yield Problem(where, message, hint, quote=address)


def _addresses(entry: Entry) -> Iterator[tuple[Where, str]]:
    yield from addresses(entry)
    for where, markup in markups(entry):
        yield from ((where, anchor.target) for anchor in markup.anchors)
