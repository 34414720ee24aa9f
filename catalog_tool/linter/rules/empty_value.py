"""A value is empty, or shows nothing when it is published.

These all count as empty: a key without a value, empty quotation marks, a list without a name in
it, and text without a letter or digit.

Why:
    Readers would see a heading with nothing below it. A name without letters or digits can't be
    sorted, searched, or spoken.

Bad:
    applications:
      - IBM Maximo
      - "-"

Good:
    applications:
      - IBM Maximo
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import is_sentence, markups, name_texts
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.characters.letters import is_letter_or_digit
from catalog_tool.text.markup import to_plain
from catalog_tool.text.refusals import Refusal

CODE = "CAT101"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.FORMAT

UNREADABLE_NAME = Refusal(
    r"^(?:\W|_)*\Z", "has no letter or digit", "Write a name that readers can search for."
)


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Find names and texts without a letter or digit; the loader finds empty values."""
    for where, name in name_texts(entry):
        if not any(map(is_letter_or_digit, name)):
            message = f"{name!r} {UNREADABLE_NAME.reason}."
            is_text = is_sentence(where, catalog)
            hint = "Fill it in, or remove the key." if is_text else UNREADABLE_NAME.hint
            yield Problem(where, message, hint)
    for where, markup in markups(entry):
        if not (any(map(is_letter_or_digit, to_plain(markup))) or markup.refused):
            message = f"{where[0]!r} has no letter or digit that readers can see."
            yield Problem(where, message, "Write at least one sentence.")
        for anchor in markup.anchors:
            if not anchor.text.strip():
                message = f"The link to {anchor.target!r} has no text, so readers can't see it."
                hint = f"Write what the link leads to: [the guide]({anchor.target})"
                yield Problem(where, message, hint, quote=anchor.target)
