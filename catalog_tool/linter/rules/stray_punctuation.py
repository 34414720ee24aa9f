"""A name or an address ends with stray punctuation.

This is a comma or a semicolon or, in an address, a period. It often comes along when you copy a
value from a sentence or from code. YAML doesn't need punctuation at the end of a line, so it is
published as part of the value.

Why:
    An address with extra punctuation leads to a page that doesn't exist, and people who search for
    the name don't find it.

Bad:
    name: Contoso,

Good:
    name: Contoso
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import is_group_name, name_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where

CODE = "CAT120"
SEVERITY = Severity.WARNING

_AFTER_NAME = re.compile(r"[\s,;]*[,;][\s,;]*\Z")
_AFTER_ADDRESS = re.compile(r"[,;.]+\Z")


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each name and address that ends with such punctuation."""
    for where, name in name_texts(entry):
        if found := _AFTER_NAME.search(name):
            yield from _problem(where, name, found)
    for where, address in entry.partner.addresses():
        if found := _AFTER_ADDRESS.search(address):
            yield from _problem(where, address, found)


def _problem(where: Where, value: str, found: re.Match[str]) -> Iterator[Problem]:
    meant = value[: found.start()]
    is_key = is_group_name(where)
    if not meant:
        return
    yield Problem(
        where,
        f"{value[-60:]!r} ends with {found.group().strip()[-1]!r}.",
        f"Write {meant[-80:]}",
        None if is_key else ProposedFix("remove the punctuation", (ReplaceValue(where, meant),)),
        on_key=is_key,
    )
