"""A link is published as brackets and an address.

In Markdown, the address of a link can't contain spaces, and there can't be a space between the
brackets of the text and those of the address. Links in the notations of forums (BBCode), Jira,
MediaWiki, and reStructuredText aren't links in Markdown.

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
from catalog_tool.model.edits import Edit, Where
from catalog_tool.text.phrases import shorten
from catalog_tool.text.repairs import Repair

CODE = "CAT137"
SEVERITY = Severity.WARNING

REPAIR = Repair(
    r"\[[^\[\]\n]{1,500}\][ \t]*\(https?://[^()\n\x22']{0,500}[^()\s\x22']\)",
    ((r"\][ \t]+\(", "]("), (r"\s+(?=[^()]*\)\Z)", "%20")),
    "isn't a link, because of a space",
)
_LINK = re.compile(REPAIR.pattern)
_ADDRESS = r"https?://[^\s<>|\[\]()\"'`]+"
_FOREIGN_LINKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\[url=(?P<address>{_ADDRESS})\](?P<text>[^\[\]\n]+)\[/url\]",
        rf"\[(?P<text>[^\[\]|\n]+)\|(?P<address>{_ADDRESS})\]",
        rf"\[(?P<address>{_ADDRESS}) +(?P<text>[^\[\]\n]+)\](?!\()",
        rf"`(?P<text>[^`<>\n]*[^`<>\s]) +<(?P<address>{_ADDRESS})>`_{{1,2}}",
    )
)
_MOST_SHOWN = 60


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each such link."""
    for where, text in markdown_texts(entry):
        for link in _LINK.finditer(text) if "](" in text or "] (" in text else ():
            meant = REPAIR.meant(link.group())
            if meant != link.group():
                yield _problem(entry, where, link, meant, REPAIR.reason)
        for link in foreign_links(text):
            meant = f"[{link['text']}]({link['address']})"
            yield _problem(entry, where, link, meant, "isn't a link, because it isn't in Markdown")


def foreign_links(text: str) -> Iterator[re.Match[str]]:
    """Yield each link in another notation, with its ``text`` and its ``address``."""
    if "://" in text:
        for pattern in _FOREIGN_LINKS:
            yield from pattern.finditer(text)


def _problem(entry: Entry, where: Where, link: re.Match[str], meant: str, reason: str) -> Problem:
    span = entry.source.span(where, link.start(), link.end())
    change = (Edit(*span, meant),) if span else ()
    fix = ProposedFix("write it as a link in Markdown", change, safe=False) if change else None
    message = f"{shorten(link.group(), _MOST_SHOWN)!r} {reason}."
    return Problem(where, message, f"Write {meant}", fix, quote=link.group())
