"""A link in Markdown is published as brackets, because of a space.

The address of a link can't contain spaces, and there can't be a space between the brackets of the
text and those of the address.

Why:
    Readers see the brackets and the address, and can't click it.

Bad:
    description: See [our page](https://www.contoso.com/our page).

Good:
    description: See [our page](https://www.contoso.com/our%20page).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import markdown_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceText
from catalog_tool.text.phrases import shorten

CODE = "CAT137"
SEVERITY = Severity.WARNING

_LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]+)\](?P<between>[ \t]*)\((?P<address>https?://[^()\n\"']*[^()\s\"'])\)"
)
_MOST_SHOWN = 60


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each such link."""
    for where, text in markdown_texts(entry):
        for link in _LINK.finditer(text) if "](" in text or "] (" in text else ():
            address = re.sub(r"\s+", "%20", link["address"])
            meant = f"[{link['text']}]({address})"
            if meant == link.group():
                continue
            span = entry.source.span(where, link.start(), link.end())
            fix = (
                ProposedFix(
                    "write the link without spaces", (ReplaceText(*span, meant),), safe=False
                )
                if span
                else None
            )
            message = f"{shorten(link.group(), _MOST_SHOWN)!r} isn't a link, because of a space."
            yield Problem(where, message, f"Write {meant}", fix, quote=link.group())
