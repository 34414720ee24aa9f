"""The entry has more than {limit} words.

The limit covers what readers see: the description, the note, the names of groups and applications,
and the labels of links. A web address counts as one word, and so does a word with a hyphen or an
apostrophe inside.

Why:
    Customers compare several partners in one sitting, and they read a short entry to the end. The
    partner's own website has room for the rest.

Bad:
    description: {{ {limit} words }}
    applications:
      - IBM Maximo

Good:
    description: Contoso Gateway connects mainframe applications.
    applications:
      - IBM Maximo
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator

from catalog_tool.linter.rules.rule import Parameter
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.words import ENTRY_WORD_LIMIT, count_words

CODE = "CAT106"
SEVERITY = Severity.ERROR
PARAMETERS = {"limit": Parameter("most words of an entry", ENTRY_WORD_LIMIT, most=1_500)}

_LETTERS_AND_DIGITS = f"{string.ascii_letters}{string.digits}".encode()


def check_entry(
    entry: Entry, _catalog: Catalog, limit: int = ENTRY_WORD_LIMIT
) -> Iterator[Problem]:
    """Report an entry above the limit, at the key with the most words."""
    if _most_words(entry.source.text) <= limit:
        return
    counts = _words_by_key(entry)
    surplus = counts.total() - limit
    if surplus <= 0:
        return
    places = ", ".join(f"{key} {count}" for key, count in counts.most_common() if count)
    message = (
        f"The entry has {counts.total()} words, {surplus} more than the {limit} allowed: {places}."
    )
    (largest, _), *_ = counts.most_common(1)
    hint = f"Cut {_words(surplus)}. Your website has room for the rest."
    yield Problem((largest,), message, hint, on_key=True, value=f"{counts.total()} words")


def _most_words(text: str) -> int:
    """Return an upper bound for the words of a text, far faster than counting them.

    Between two words there is always something other than an ASCII letter or digit.
    """
    return len(text.encode().translate(None, _LETTERS_AND_DIGITS)) + 1


def _words_by_key(entry: Entry) -> Counter[str]:
    counts: Counter[str] = Counter()
    for where, text in entry.published_texts():
        counts[str(where[0])] += count_words(text)
    return counts


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"
