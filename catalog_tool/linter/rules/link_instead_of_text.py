"""The description is only a link.

It needs at least a sentence of its own. The link can follow it, or be one of the ``links``.

Why:
    The catalog is where customers compare partners and search for words. A link alone tells them
    nothing, and nobody finds it.

Bad:
    description: <https://www.contoso.com/cloud/about>

Good:
    description: |
      Contoso Gateway connects mainframe applications.
      More is on [our website](https://www.contoso.com/cloud/about).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import DESCRIPTION
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.characters.letters import is_letter, is_letter_or_digit
from catalog_tool.text.markup import Markup

CODE = "CAT142"
SEVERITY = Severity.WARNING

WEB_ADDRESS = re.compile(r"\bhttps?://[^\s<>\[\]`]+", re.IGNORECASE)


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report a description without a word outside of its links."""
    if entry.description.refused:  # nobody can tell what is text in it
        return
    if "://" in entry.partner.description and is_only_links(entry.description):
        hint = "Say in a sentence or two what the integration does. The link can follow."
        yield Problem(DESCRIPTION, "The description is only a link.", hint)


def is_only_links(markup: Markup) -> bool:
    """Return whether a text has no word outside of links and addresses."""
    if is_letter(markup.text[0]) and not WEB_ADDRESS.match(markup.text):
        return False  # it begins with a word
    outside = WEB_ADDRESS.sub("", "".join(_texts_outside_links(markup)))
    return not any(map(is_letter_or_digit, outside))


def _texts_outside_links(markup: Markup) -> Iterator[str]:
    for token in markup.tokens:
        depth = 0
        for child in token.children or ():
            depth += child.nesting if child.type.startswith("link_") else 0
            if not depth:
                yield child.content or " "
