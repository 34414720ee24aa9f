"""The text of a link shows a host that the link doesn't lead to.

If the visible text contains a web address, a host such as ``contoso.com``, or an email address,
the link must lead to that host, to one below it such as ``docs.contoso.com``, or to one above it.

Why:
    Readers decide by what they see. A link that shows one company and opens another is how people
    are tricked into giving away their passwords. Even if it is an oversight, it costs trust.

Bad:
    description: Ask at [www.contoso.com](https://www.fabrikam.com/form) for a trial.

Good:
    description: Ask at [www.contoso.com](https://www.contoso.com/form) for a trial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import unicodedata2 as unicodedata

from catalog_tool.linter.rules._texts import markups
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.linter.rules.unusable_name import is_usable
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.text.urls.address import host_of, web_address_fault
from catalog_tool.text.urls.international import encode_host

CODE = "CAT110"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.LINKS

_HOST = re.compile(
    r"(?P<sign>https?://|www\.|[\w.+\-]+@)?(?:www\.)?(?P<host>[^\W_](?:[\w\-]*[^\W_])?"
    r"(?:\.[^\W_](?:[\w\-]*[^\W_])?)*\.(?P<top>[^\W\d_]{2,}|xn--[a-z0-9\-]+))(?![\w])",
    re.IGNORECASE,
)
# Product names with a period that aren't hosts, and file name extensions.
_PRODUCTS = frozenset({"ado.net", "asp.net", "vb.net"})
_FILE_ENDINGS = frozenset(
    "asp aspx conf cs csv dll doc docx exe htm html jar js json jsp md pdf php ps py rs sh sql "
    "ts txt xls xlsx xml yaml yml".split()
)
# Other full stops of Unicode, if they separate ASCII words.
_FULL_STOP = re.compile("(?<=[A-Za-z0-9])[\u3002\uff61](?=[A-Za-z])")


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Compare the host that each link shows with the host that it leads to."""
    for where, text, target in _links(entry):
        host = host_of(target)
        shown = next((name for name in _hosts_in(text) if not _is_related(name, host)), None)
        if host and shown and not web_address_fault(target):
            message = f"The link shows {shown!r} but leads to {host!r}."
            hint = "Show the host that the link leads to, or describe the page in words."
            quote = target if where[0] != "links" else ""
            yield Problem(where, message, hint, quote=quote)


def _links(entry: Entry) -> Iterator[tuple[Where, str, str]]:
    for where, markup in markups(entry):
        for anchor in markup.anchors:
            if anchor.text != anchor.target:
                yield where, anchor.text, anchor.target
    for position, link in enumerate(entry.partner.links):
        if is_usable(link.label):
            yield ("links", position, "label"), link.label, link.url


def _hosts_in(text: str) -> Iterator[str]:
    readable = _FULL_STOP.sub(".", unicodedata.normalize("NFKC", text))
    if "." not in readable:
        return
    for match in _HOST.finditer(readable):
        host = match["host"].lower()
        if match["sign"] or not (match["top"].lower() in _FILE_ENDINGS or host in _PRODUCTS):
            yield host


def _is_related(shown: str, host: str) -> bool:
    ascii_shown = encode_host(shown)
    return (
        ascii_shown == host or host.endswith(f".{ascii_shown}") or ascii_shown.endswith(f".{host}")
    )
