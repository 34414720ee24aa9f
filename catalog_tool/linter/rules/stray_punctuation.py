"""A name or an address ends in a comma, a semicolon or, for an address, a full stop.

Such a mark comes along when a value is copied out of a sentence or out of a programming language.
YAML needs none at the end of a line, so it is published with the value.

Why:
    An address with one mark too many leads to a page that does not exist, and a name with one is
    not found by who searches for it.

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
    """Report each name and address that ends in such a mark."""
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
        f"{value[-60:]!r} ends in {found.group().strip()[-1]!r}.",
        f"Write it without: {meant[-80:]}",
        None if is_key else ProposedFix("take the mark away", (ReplaceValue(where, meant),)),
        on_key=is_key,
    )
