"""A placeholder is left in the entry.

Placeholders are ``TODO``, ``TBD``, ``FIXME``, *lorem ipsum*, phrases such as *your company name* or
*insert text here*, hosts such as ``example.com``, and mailboxes such as ``firstname.lastname``.

Why:
    An unfinished entry looks careless to customers, and an address that was never replaced leads
    them nowhere.

Bad:
    description: TODO describe the gateway.

Good:
    description: Contoso Gateway provisions accounts in mainframe applications.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import markups, plain_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.text.urls.address import host_of

CODE = "CAT111"
SEVERITY = Severity.ERROR

# In lowercase, "todo" is a word of Spanish, Portuguese, and Italian.
_PHRASE = re.compile(
    r"\b(?:TODO|FIXME|X{3,}|(?i:TBD|TBA|todo(?=:)|lorem ipsum|asdf\w*|changeme)"
    r"|(?i:your (?:company|product|partner|organi[sz]ation)(?:'s)? (?:name|description|website)"
    r"|insert (?:\w+ ){1,3}here|placeholder text|(?:text|description|name) goes here))\b"
    r"|\[(?i:your|insert|company)\b[^\]\n]*\]"
)
_WHOLE = re.compile(
    r"\W*(?:todo|your[ -]?(?:company|name|product)|company name|n/a)\W*", re.IGNORECASE
)
_HOST = re.compile(
    r"(?<![\w-])(?:example\.(?:com|net|org|edu)|your-?(?:company|domain|site|website)\.[a-z]+"
    r"|(?:company|domain|mydomain)\.(?:com|tld))\b(?!\.[a-z])",
    re.IGNORECASE,
)
_MAILBOX = re.compile(
    r"(?:your[._-]?(?:e?-?mail|name|address)|my[._-]?e?-?mail"
    r"|(?:first|vor)[._-]?(?:name)?[._-](?:last|nach)[._-]?(?:name)?|(?:john|jane)[._-]?doe"
    r"|someone|somebody|user[._-]?name)@",
    re.IGNORECASE,
)
# Without one of these, no pattern can match, and looking for them is far faster.
_SIGNS = (
    *("todo", "fixme", "xxx", "tbd", "tba", "lorem ipsum", "asdf", "changeme", "placeholder"),
    *("your", "insert", "goes here", "company name", "[company", "n/a", "example."),
    *("company.", "domain.", "mail@", "name@", "last@", "doe@", "someone@", "somebody@"),
)
_HINT = "Write the text that readers should see, or remove it."


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first placeholder of each value."""
    folded = entry.source.text.lower()
    if not any(sign in folded for sign in _SIGNS):
        return
    for where, text in plain_texts(entry):
        found = _PHRASE.search(text) or _HOST.search(text)
        if found or _WHOLE.fullmatch(text):
            shown = found.group() if found else text.strip()
            yield Problem(where, f"{shown!r} is a placeholder.", _HINT, quote=shown)
    for where, address in _addresses(entry):
        found = _HOST.search(host_of(address) or address.rpartition("@")[2])
        if found:
            message = f"{found.group()!r} is an example host."
            yield Problem(where, message, _HINT, quote=found.group())
        elif found := _MAILBOX.match(address.removeprefix("mailto:")):
            message = f"{found.group()!r} is an example mailbox."
            yield Problem(where, message, _HINT, quote=found.group())


def is_placeholder(text: str) -> bool:
    """Return whether a value is or contains a placeholder."""
    return bool(_PHRASE.search(text) or _WHOLE.fullmatch(text))


def _addresses(entry: Entry) -> Iterator[tuple[Where, str]]:
    yield from entry.partner.addresses()
    for where, markup in markups(entry):
        for anchor in markup.anchors:
            if anchor.text != anchor.target:
                yield where, anchor.target
