"""A name contains the host name of a website.

Write the name without it. A name that begins with a domain is fine, such as *Booking.com* or
*Salesforce.com, Inc.*, and so is *ASP.NET*. If a domain belongs to a name after
other words, an admin can make an exception.

Why:
    Readers can't tell whether the address is part of the name or is meant to lead them somewhere.
    Addresses belong in ``website`` or ``contact``, where they are checked and can be clicked.

Bad:
    applications:
      - IBM RACF (contoso.com)

Good:
    applications:
      - IBM RACF
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import is_group_name, name_texts
from catalog_tool.linter.rules.unusable_name import is_usable
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.urls.domains import is_domain, registrable_domain

CODE = "CAT141"
SEVERITY = Severity.ERROR

_HOST = re.compile(r"(?<![\w.@-])[\w-]+(?:\.[\w-]+)+(?![\w@-])")
# Abbreviations that people write without a space after them: Co.KG, Pty.Ltd, St.Gallen.
_ABBREVIATIONS = frozenset({"co", "corp", "dr", "inc", "ltd", "mr", "pty", "pvt", "sdn", "st"})
_PLATFORM = ".NET"


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report the first host name in each name."""
    for where, name in name_texts(entry):
        is_label = where[0] == "links"  # it may say where the link leads
        if "." not in name or is_label or catalog.vocabulary.knows(name) or not is_usable(name):
            continue
        if host := host_in(name):
            hint = (
                "Write the name without it. Addresses belong in 'website' or 'contact'. "
                "If it's part of the name, ask an admin for an exception in _exceptions.yaml."
            )
            message = f"The name {name!r} contains a host name: {host!r}."
            is_key = is_group_name(where)
            yield Problem(where, message, hint, on_key=is_key, quote="" if is_key else host)


def host_in(name: str) -> str:
    """Return the first host name in a name, or ``""``; a domain at its start is a brand."""
    return next((each[0] for each in _HOST.finditer(name) if _is_host(each)), "")


def _is_host(found: re.Match[str]) -> bool:
    host = found[0]
    if host.endswith(_PLATFORM) or host.partition(".")[0].lower() in _ABBREVIATIONS:
        return False
    domain = host.lower()
    is_first = not any(map(str.isalpha, found.string[: found.start()]))
    return is_domain(domain) and not (is_first and registrable_domain(domain) == domain)
