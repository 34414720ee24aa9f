"""A name or an address ends with stray punctuation.

This is a comma, a semicolon, or a quotation mark that nothing opens. After a name, it can be a
colon, after an address a period or a bracket. It often comes along when you copy a value from a
sentence or from code. YAML doesn't need punctuation
at the end of a line, so it is published as part of the value.

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

from catalog_tool.linter.rules._texts import addresses, is_group_name, name_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where

CODE = "CAT120"
SEVERITY = Severity.WARNING

_AFTER_NAME = re.compile(r"[\s,;:]*[,;:][\s,;:]*\Z")
_AFTER_ADDRESS = re.compile(r"[,;.']+\Z")
_AFTER_ADDRESS_WITHOUT_BRACKET = re.compile(r"[),;.']+\Z")
# After a digit, it can be a sign for inches.
_QUOTE_AFTER_NAME = re.compile(r"(?<![\d\s])[\"'’”“»«]\Z")
_OPENING = {"”": "“„", "“": "„", "»": "«", "«": "»"}


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each name and address that ends with such punctuation."""
    for where, name in name_texts(entry):
        if name[-1:].isalnum():
            continue
        if found := _AFTER_NAME.search(name):
            yield from _problem(where, name, found)
        elif (found := _QUOTE_AFTER_NAME.search(name)) and not _is_opened(name, found.group()):
            yield from _problem(where, name, found, safe=False)
    for where, address in addresses(entry):
        after = _AFTER_ADDRESS if "(" in address else _AFTER_ADDRESS_WITHOUT_BRACKET
        if not address[-1:].isalnum() and (found := after.search(address)):
            yield from _problem(where, address, found)


def _is_opened(name: str, mark: str) -> bool:
    return any(sign in name[:-1] for sign in (mark, *_OPENING.get(mark, "")))


def _problem(
    where: Where, value: str, found: re.Match[str], *, safe: bool = True
) -> Iterator[Problem]:
    meant = value[: found.start()]
    is_key = is_group_name(where)
    if not meant:
        return
    fix = ProposedFix("remove the punctuation", (ReplaceValue(where, meant),), safe)
    yield Problem(
        where,
        f"{value[-60:]!r} ends with {found.group().strip()[-1]!r}.",
        f"Write {meant[-80:]}",
        None if is_key else fix,
        on_key=is_key,
    )
