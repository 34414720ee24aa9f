"""A placeholder is left in the entry.

Placeholders are ``TODO``, ``TBD``, ``FIXME``, *lorem ipsum*, phrases such as *your company name* or
*insert text here*, variables such as ``{{ name }}``, hosts such as ``example.com``, and mailboxes
such as ``firstname.lastname``. A mailbox such as ``noreply``, which nobody reads, is one too.

Why:
    An unfinished entry looks careless to customers, and an address that was never replaced leads
    them nowhere.

Bad:
    description: TODO describe the gateway.

Good:
    description: Contoso Gateway connects mainframe applications.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.linter.rules import unusable_name
from catalog_tool.linter.rules._texts import addresses, markups, plain_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.text.markup import to_plain
from catalog_tool.text.refusals import Refusal, first_refusal

CODE = "CAT111"
SEVERITY = Severity.ERROR

_HINT = "Write the text that readers should see, or remove it."
_HOSTS = (
    r"(?:example\.(?:com|net|org|edu)|your-?(?:company|domain|site|website)\.[a-z]+"
    r"|(?:company|domain|mydomain)\.(?:com|tld))\b(?!\.[a-z])"
)


def _placeholder(pattern: str, what: str, *, ignores_case: bool = True) -> Refusal:
    return Refusal(pattern, what, _HINT, ignores_case=ignores_case, quotes_match=True)


PLACEHOLDERS = (
    # In lowercase, "todo" is a word of Spanish, Portuguese, and Italian.
    _placeholder(r"\b(?:TODO|FIXME|X{3,})\b", "is a placeholder", ignores_case=False),
    _placeholder(
        r"\b(?:TBD|TBA|todo(?=:)|lorem ipsum|asdf[\w]*|changeme"
        r"|your (?:company|product|partner|organi[sz]ation)(?:'s)? (?:name|description|website)"
        r"|insert (?:[\w]+ ){1,3}here|placeholder text|(?:text|description|name) goes here)\b"
        r"|\[(?:your|insert|company)\b[^\]\n]*\]",
        "is a placeholder",
    ),
    _placeholder(rf"(?<![\w-]){_HOSTS}", "is a placeholder"),
    _placeholder(
        r"^\W*(?:todo|your[ -]?(?:company|name|product)|company name|n/a)\W*\Z"
        # The sign % is in brackets: the form's page must not have a template tag.
        r"|^[%][A-Z_]+[%]\Z",
        "is a placeholder",
    ),
)
"""Placeholders in texts and names."""
# In a name, they are markup, which a rule that nobody can switch off refuses.
_VARIABLE = (_placeholder(r"^\s*(?:\{\{[^{}]*\}\}|\$\{[^{}]*\})\s*\Z", "is a placeholder"),)
ADDRESS_PLACEHOLDERS = (
    _placeholder(
        rf"^(?:https://|[^/]*@)(?:[^/?#]*[^\w/?#-])?(?P<found>{_HOSTS})", "is an example host"
    ),
    _placeholder(
        r"^(?:mailto:)?(?P<found>(?:your[._-]?(?:e?-?mail|name|address)|my[._-]?e?-?mail"
        r"|(?:first|vor)[._-]?(?:name)?[._-](?:last|nach)[._-]?(?:name)?|(?:john|jane)[._-]?doe"
        r"|someone|somebody|user[._-]?name)@)",
        "is an example mailbox",
    ),
    Refusal(
        r"^(?:mailto:)?(?P<found>(?:no|do[._-]?not)[._-]?reply@)",
        "is a mailbox that nobody reads",
        "Write an address where customers get an answer.",
        ignores_case=True,
        quotes_match=True,
    ),
)
"""Placeholders in addresses."""
# Without one of these, no pattern can match, and looking for them is far faster.
_SIGNS = (
    *("todo", "fixme", "xxx", "tbd", "tba", "lorem ipsum", "asdf", "changeme", "placeholder"),
    *("your", "insert", "goes here", "company name", "[company", "n/a", "example."),
    *("company.", "domain.", "@", "{", "%"),
)


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report the first placeholder of each value, except names that are refused anyway."""
    folded = entry.source.text.lower()
    if not any(map(folded.__contains__, _SIGNS)):
        return
    refused = {problem.where for problem in unusable_name.check_entry(entry, catalog)}
    for where, text in plain_texts(entry):
        if where not in refused:
            yield from _problem(where, text, PLACEHOLDERS)
    for where, markup in markups(entry):
        yield from _problem(where, to_plain(markup), _VARIABLE)
    for where, address in _addresses(entry):
        yield from _problem(where, address, ADDRESS_PLACEHOLDERS)


def is_placeholder(text: str) -> bool:
    """Return whether a value is or contains a placeholder."""
    return first_refusal(PLACEHOLDERS, text) is not None


def _problem(where: Where, text: str, placeholders: Iterable[Refusal]) -> Iterator[Problem]:
    if refusal := first_refusal(placeholders, text):
        found = refusal.subject_in(text).strip()
        yield Problem(where, f"{found!r} {refusal.reason}.", refusal.hint, quote=found)


def _addresses(entry: Entry) -> Iterator[tuple[Where, str]]:
    yield from addresses(entry)
    for where, markup in markups(entry):
        for anchor in markup.anchors:
            if anchor.text != anchor.target:
                yield where, anchor.target
