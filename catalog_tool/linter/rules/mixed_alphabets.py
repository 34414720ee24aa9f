"""A word mixes letters of alphabets that look alike.

A word must not mix Latin, Cyrillic, and Greek letters, or one of these with letters of a rarer
alphabet. Names in any alphabet are welcome, and the words of a name can be in different ones.
Chinese, Japanese, Korean, and Thai can be directly next to Latin letters. In the running text of a
description, only words that look Latin are reported.

Why:
    The Cyrillic *а* and the Latin *a* look the same. People who type a word don't find it if it
    contains both, and such words make one name pass for another.

Bad:
    applications:
      - IBM R{{ U+0410 }}CF

Good:
    applications:
      - IBM Maximo
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import is_ascii, is_group_name, name_texts, plain_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.text.characters import describe_character
from catalog_tool.text.characters.scripts import MixedWord, mixed_words

CODE = "CAT121"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first such word of each text."""
    if is_ascii(entry):
        return
    names = dict(name_texts(entry))
    for where, text in plain_texts(entry):
        is_name = names.get(where) == text
        found = (mixed for mixed in mixed_words(text) if is_name or mixed.latin)
        if mixed := next(found, None):
            yield _problem(where, text, mixed, is_name=is_name)


def _problem(where: Where, text: str, mixed: MixedWord, *, is_name: bool) -> Problem:
    strangers = ", ".join(map(describe_character, mixed.strangers[:3]))
    message = f"{mixed.word!r} mixes {mixed.alphabet} letters with others: {strangers}."
    hint = "Type the whole word in one alphabet."
    is_key = is_name and is_group_name(where)
    latin = text.replace(mixed.word, mixed.latin)
    is_fixable = mixed.latin and is_name and not is_key and latin != text
    change = ReplaceValue(where, latin)
    fix = ProposedFix(f"write {mixed.latin}", (change,), safe=False) if is_fixable else None
    return Problem(where, message, hint, fix, quote=mixed.word, on_key=is_key)
