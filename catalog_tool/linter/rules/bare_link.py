"""A web address in the text isn't a link.

Put it in angle brackets or, better, give it words to click: ``[the guide](https://...)``. The fix
adds the brackets.

Why:
    Readers can't click it on the site, and some programs that show Markdown turn it into a link
    that includes the period after it.

Bad:
    description: |
      The guide is at https://docs.contoso.com/gateway for everybody.

Good:
    description: |
      The guide is at <https://docs.contoso.com/gateway> for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import DESCRIPTION, markups
from catalog_tool.linter.rules.broken_link import foreign_links
from catalog_tool.linter.rules.link_instead_of_text import WEB_ADDRESS, is_only_links
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit, Where
from catalog_tool.text.markup import Markup
from catalog_tool.text.urls.address import web_address_fault

CODE = "CAT113"
SEVERITY = Severity.WARNING

_AFTER_IT = ".,;:!?'\"*_)»”’"


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each address in the text of description and note that is not a link."""
    for where, markup in markups(entry):
        if not _has_bare_address(markup.text):
            continue
        is_alone = where == DESCRIPTION and is_only_links(markup)
        if not is_alone:  # another rule reports it
            for address in dict.fromkeys(_bare_addresses(markup)):
                yield _problem(entry, where, markup.text, address)


def _has_bare_address(text: str) -> bool:
    """Whether an address may be outside of brackets; faster than looking at every token."""
    return text.count("://") > text.count("](https://") + text.count("<https://")


def _bare_addresses(markup: Markup) -> Iterator[str]:
    for token in markup.tokens:
        depth = 0
        for child in token.children or ():
            depth += child.nesting if child.type.startswith("link_") else 0
            if child.type == "text" and not depth:
                # The rule broken-link reports addresses that were meant as part of a link.
                content = child.content
                for link in foreign_links(content):
                    content = content.replace(link.group(), "")
                for match in WEB_ADDRESS.finditer(content):
                    if not content[: match.start()].endswith(("](", "] (")):
                        yield match.group().rstrip(_AFTER_IT)


def _problem(entry: Entry, where: Where, text: str, address: str) -> Problem:
    hint = f"Write [a few words]({address}) or <{address}>."
    fix = None
    if text.count(address) == 1 and web_address_fault(address) is None:
        at = text.find(address)
        span = entry.source.span(where, at, at + len(address))
        change = (Edit(*span, f"<{address}>"),) if span else ()
        fix = ProposedFix("make it a link", change) if change else None
    return Problem(where, f"{address!r} is not a link.", hint, fix, quote=address)
