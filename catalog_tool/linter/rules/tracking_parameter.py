"""An address contains parameters that only count where readers came from.

These are ``utm_source`` and others that begin with ``utm_``, and click numbers such as ``gclid``.
They come along when you copy an address from a newsletter or an advertisement. The page is the same
without them.

Why:
    They tell a company's statistics that its readers came from an advertisement, and make the
    address long. The same page with other parameters looks like another page.

Bad:
    website: https://www.contoso.com/cloud?utm_source=newsletter

Good:
    website: https://www.contoso.com/cloud
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import addresses, markups
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit, ReplaceValue, Where
from catalog_tool.text.phrases import shorten
from catalog_tool.text.repairs import Repair

CODE = "CAT139"
SEVERITY = Severity.WARNING

_NAME = (
    r"(?:utm_[\w]+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|li_fat_id|mc_cid|mc_eid"
    r"|mkt_tok|igshid|_hsenc|_hsmi)="
)
_PARAMETER = re.compile(rf"(?<=[?&]){_NAME}[^&#]*(?:&|(?=#|\Z))", re.IGNORECASE)
# What ends an address in a text.
_ELSE = r"\s<>()\[\]"
REPAIR = Repair(
    rf"https://[^{_ELSE}?]*\?(?:[^{_ELSE}#&]*&)*?(?P<found>{_NAME}[^{_ELSE}#&]*)[^{_ELSE}]*(?<![.,;:!?])",
    ((_PARAMETER.pattern, ""), (r"[?&](?=#|\Z)", "")),
    "in the address only counts where readers come from",
    ignores_case=True,
)
_MOST_SHOWN = 60


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first such parameter of each address; the fix removes all of them."""
    for where, address in addresses(entry):
        if found := _PARAMETER.search(address):
            yield _problem(where, found, ReplaceValue(where, REPAIR.meant(address)))
    for where, markup in markups(entry):
        for anchor in markup.anchors:
            if found := _PARAMETER.search(anchor.target):
                at = markup.text.find(anchor.target)
                span = entry.source.span(where, at, at + len(anchor.target)) if at >= 0 else None
                change = Edit(*span, REPAIR.meant(anchor.target)) if span else None
                yield _problem(where, found, change)


def _problem(where: Where, found: re.Match[str], change: ReplaceValue | Edit | None) -> Problem:
    parameter = shorten(found.group().rstrip("&"), _MOST_SHOWN)
    message = f"{parameter!r} {REPAIR.reason}."
    fix = ProposedFix("remove such parameters", (change,), safe=False) if change else None
    hint = f"Write {REPAIR.meant(found.string)}"
    return Problem(where, message, hint, fix, quote=found.string)
