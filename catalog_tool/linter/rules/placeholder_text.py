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
from catalog_tool.model.placeholders import ADDRESS_PLACEHOLDERS, PLACEHOLDERS, VARIABLES
from catalog_tool.text.markup import to_plain
from catalog_tool.text.refusals import Refusal, first_refusal

CODE = "CAT111"
SEVERITY = Severity.ERROR

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
        yield from _problem(where, to_plain(markup), VARIABLES)
    for where, address in _addresses(entry):
        yield from _problem(where, address, ADDRESS_PLACEHOLDERS)


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
