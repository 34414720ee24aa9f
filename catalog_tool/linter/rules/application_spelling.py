"""An application is written in another way than everywhere else.

The vocabulary of the catalog knows one name for each application, and the other names that people
use for it. If yours is one of the others, the fix writes the one name. If yours is nearly a name
that the vocabulary knows, the message asks whether you mean it. A name that the vocabulary does
not know at all is fine.

Why:
    Customers who look for an application must find all partners that connect it, in one place and
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

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.text.characters import hidden_characters
from catalog_tool.text.characters.compatibility_letters import compatibility_runs
from catalog_tool.text.ordering import same_key

CODE = "CAT204"
SEVERITY = Severity.WARNING

_BETWEEN_NAMES = re.compile(r"\s*[,;/&|+]\s*|\s+and\s+", re.IGNORECASE)


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Compare each application with the vocabulary."""
    vocabulary = catalog.vocabulary
    for where, name in entry.partner.listed_applications():
        if not name or name in vocabulary.applications:
            continue
        if next(hidden_characters(name), None) is not None or name.endswith((",", ";")):
            continue  # what it spells is not seen before they are gone
        if any(compatibility_runs(name)) or vocabulary.find_imitated(name):
            continue  # neither is it before the letters are plain and its own
        if canonical := vocabulary.canonical(name):
            if not _is_listed_too(entry, catalog, where, canonical):
                yield _alias(where, name, canonical)
        elif meant := vocabulary.near_miss(name):
            yield _near_miss(where, name, meant)
        elif len(known := _known_parts(name, catalog)) > 1:
            yield _several(where, name, known)


def _is_listed_too(entry: Entry, catalog: Catalog, where: Where, canonical: str) -> bool:
    """Whether another name of the list stands for it: then it is a duplicate first of all."""
    return any(
        (other == canonical or other_where < where)
        and catalog.vocabulary.canonical(other) == canonical
        for other_where, other in entry.partner.listed_applications()
        if other_where != where
    )


def _alias(where: Where, name: str, canonical: str) -> Problem:
    is_spelling = same_key(name) == same_key(canonical)
    reason = "is spelled" if is_spelling else "is known here as"
    message = f"{name!r} {reason} {canonical!r}."
    fix = ProposedFix(f"write {canonical}", (ReplaceValue(where, canonical),))
    hint = f"Write {canonical!r}; who searches for {name!r} finds it too."
    return Problem(where, message, hint, fix)


def _known_parts(name: str, catalog: Catalog) -> list[str]:
    """Return the applications that the parts of a name between commas and the like spell."""
    parts = _BETWEEN_NAMES.split(name)
    return [known for part in parts if (known := catalog.vocabulary.canonical(part)) is not None]


def _several(where: Where, name: str, known: list[str]) -> Problem:
    message = f"{name!r} seems to be several applications: {', '.join(known)}."
    return Problem(where, message, "Write each on a line of its own, after '- '.")


def _near_miss(where: Where, name: str, meant: str) -> Problem:
    message = f"{name!r} is nearly {meant!r}. Did you mean that?"
    hint = f"If you did, write {meant!r}; if it is another application, leave it as it is."
    fix = ProposedFix(f"write {meant}", (ReplaceValue(where, meant),), safe=False)
    return Problem(where, message, hint, fix)
