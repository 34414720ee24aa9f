"""An application isn't written the way this catalog writes it.

The vocabulary of the catalog has one name for each application, and the other names that people
use for it. If you wrote one of the other names, the fix replaces it. It asks you first if that name
may mean another product, or if you added a remark in brackets. If you wrote something very close to
a known name, the message asks whether you mean that one. A name that isn't in the vocabulary at all
is fine.

Why:
    Customers who look for an application should find every partner that connects it in one place,
    under one name. They can still search for the other names.

Bad:
    # partners/contoso.yaml
    applications:
      - AS400
    # partners/_vocabulary.yaml
    categories:
      midrange:
        name: Midrange
        description: Midrange servers.
    applications:
      IBM i (AS/400):
        category: midrange
        aliases:
          - AS/400

Good:
    # partners/contoso.yaml
    applications:
      - IBM i (AS/400)
    # partners/_vocabulary.yaml
    categories:
      midrange:
        name: Midrange
        description: Midrange servers.
    applications:
      IBM i (AS/400):
        category: midrange
        aliases:
          - AS/400
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import applications
from catalog_tool.linter.rules.curly_quotes import is_quoted
from catalog_tool.linter.rules.unusable_name import is_usable
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.characters import hidden_characters
from catalog_tool.text.characters.compatibility_letters import compatibility_runs
from catalog_tool.text.ordering import same_key
from catalog_tool.text.phrases import shorten

CODE = "CAT204"
SEVERITY = Severity.WARNING

BETWEEN_NAMES = re.compile(r"\s*[,;&|+()\[\]]\s*|\s+and\s+|\s*/\s+|\s+/\s*", re.IGNORECASE)
"""What people write between names on one line."""
_COMPANY_FORMS = "ag|co|corp|gmbh|inc|llc|ltd|plc|sa|se"
# A comma, unless a form of a company follows, or at least two slashes.
LIST = re.compile(rf",\s+(?!(?:{_COMPANY_FORMS})\b)\S|[^/]/[^/]+/[^/]", re.IGNORECASE)
"""What shows that a name is a list of names."""
_MOST_SHOWN = 60
_IN_BRACKETS = re.compile(r"[(\[](.*)[)\]]", re.DOTALL)


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Compare each application with the vocabulary."""
    vocabulary = catalog.vocabulary
    for where, name in applications(entry):
        if not name or name in vocabulary.applications:
            continue
        if next(hidden_characters(name), None) is not None or name.endswith((",", ";")):
            continue  # another rule reports these first; without them, the name may be known
        if is_quoted(name):
            continue  # the same
        if any(compatibility_runs(name)) or vocabulary.find_imitated(name):
            continue  # another rule reports these letters first
        if not is_usable(name):
            continue  # another rule reports markup first
        if canonical := vocabulary.canonical(name):
            if not _is_listed_too(entry, catalog, where, canonical):
                yield _alias(where, name, canonical, vocabulary)
        elif meant := vocabulary.near_miss(name):
            yield _near_miss(where, name, meant)
        else:
            yield from _several(where, name, _known_parts(name, catalog))


def _is_listed_too(entry: Entry, catalog: Catalog, where: Where, canonical: str) -> bool:
    """Whether the list has the application under another name; then it is a duplicate."""
    return any(
        (other == canonical or other_where < where)
        and catalog.vocabulary.canonical(other) == canonical
        for other_where, other in applications(entry)
        if other_where != where
    )


def _alias(where: Where, name: str, canonical: str, vocabulary: Vocabulary) -> Problem:
    is_spelling = same_key(name) == same_key(canonical)
    verb = "spelled" if is_spelling else "called"
    message = f"{name!r} is {verb} {canonical!r} in this catalog."
    hint = f"Write {canonical!r}. People who search for {name!r} still find it."
    is_safe, title = not vocabulary.is_other_product(name), f"write {canonical}"
    if remark := _remark(name, canonical, vocabulary):
        is_safe, title = False, f"{title} without {shorten(remark, _MOST_SHOWN)!r}"
        hint = f"Write {canonical!r}. If customers need the remark, put it in 'applications_note'."
    elif not is_safe:
        hint = (
            f"If customers should find it under that name, write {canonical!r}. If it's another "
            "product, ask an admin to change the vocabulary."
        )
    fix = ProposedFix(title, (ReplaceValue(where, canonical),), safe=is_safe)
    return Problem(where, message, hint, fix)


def _remark(name: str, canonical: str, vocabulary: Vocabulary) -> str:
    """Return the words in brackets that aren't another name of the application, or ``""``."""
    if same_key(name) == same_key(canonical):
        return ""
    remarks = _IN_BRACKETS.findall(name)
    return next((each for each in remarks if vocabulary.canonical(each) != canonical), "")


def _known_parts(name: str, catalog: Catalog) -> list[str]:
    """Return the known applications among the parts of a name, split at commas and the like."""
    known = catalog.vocabulary.canonical
    parts = [
        piece
        for part in BETWEEN_NAMES.split(name)
        for piece in ([part] if known(part) else part.split("/"))
    ]
    return list(dict.fromkeys(filter(None, map(known, parts))))


def _several(where: Where, name: str, known: list[str]) -> Iterator[Problem]:
    if len(known) > 1 or LIST.search(name):
        named = f": {', '.join(known)}" if len(known) > 1 else ""
        hint = "Write each one on its own line, after '- '. If it's one name, leave it as it is."
        yield Problem(where, f"{name!r} looks like several applications{named}.", hint)


def _near_miss(where: Where, name: str, meant: str) -> Problem:
    message = f"{name!r} looks like a typo of {meant!r}."
    hint = f"If it is, write {meant!r}. If it's another application, leave it as it is."
    fix = ProposedFix(f"write {meant}", (ReplaceValue(where, meant),), safe=False)
    return Problem(where, message, hint, fix)
