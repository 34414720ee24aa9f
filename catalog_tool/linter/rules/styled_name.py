"""A name uses styled letters instead of plain ones.

Unicode has more copies of the Latin letters: full-width, mathematical, in circles and squares,
raised, and as small capitals. They are meant for formulas and for old character sets. In names, use
the plain letters. The fix writes them.

Why:
    Such a name isn't where the alphabet puts it, search doesn't find it, a screen reader spells it
    out as "mathematical bold capital C", and it can pass for another partner's name.

Bad:
    applications:
      - {{ U+FF33 }}{{ U+FF21 }}{{ U+FF30 }} ECC

Good:
    applications:
      - SAP ECC
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import is_ascii, is_group_name, name_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue
from catalog_tool.text.characters.compatibility_letters import compatibility_runs, plain_letters

CODE = "CAT123"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each name with such letters."""
    if is_ascii(entry):
        return
    for where, name in name_texts(entry):
        if run := next(compatibility_runs(name), None):
            is_key = is_group_name(where)
            plain = plain_letters(name)
            change = ReplaceValue(where, plain)
            yield Problem(
                where,
                f"{run.text!r} is {run.plain!r} in styled letters.",
                f"Write it in plain letters: {plain}",
                None if is_key else ProposedFix("write plain letters", (change,)),
                on_key=is_key,
                quote="" if is_key else run.text,
            )
