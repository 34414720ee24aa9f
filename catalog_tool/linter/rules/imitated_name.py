"""A name looks like a known name but uses other letters.

The rule compares the names of partners and applications with the applications, aliases, and vendors
of the vocabulary. Two names look alike if letters of another alphabet, digits, or a small *l* stand
in for similar letters, so that people who read quickly take one for the other.

Why:
    People who search for the real name don't find the imitation, and people who see the imitation
    take it for the real one.

Bad:
    # partners/contoso.yaml
    applications:
      - lBM RACF
    # partners/_vocabulary.yaml
    categories:
      mainframe:
        name: Mainframe
        description: Security managers of mainframes.
    applications:
      IBM RACF:
        category: mainframe

Good:
    # partners/contoso.yaml
    applications:
      - IBM RACF
    # partners/_vocabulary.yaml
    categories:
      mainframe:
        name: Mainframe
        description: Security managers of mainframes.
    applications:
      IBM RACF:
        category: mainframe
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.text.characters.scripts import mixed_words

CODE = "CAT208"
SEVERITY = Severity.ERROR


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each name that imitates a known one."""
    known = catalog.vocabulary
    for entry in catalog.entries:
        path = entry.source.path
        named = [(("name",), entry.partner.name), *entry.partner.listed_applications()]
        for where, name in named:
            meant = known.find_imitated(name) if name else None
            # The rule mixed-alphabets already refuses a word of two alphabets.
            if meant and not any(mixed_words(name)):
                yield _problem(where, name, meant, path)


def _problem(where: Where, name: str, meant: str, path: str) -> Problem:
    message = f"{name!r} looks like {meant!r} but uses other letters."
    if where == ("name",):
        hint = "Write your company's name with the letters of its own alphabet."
        return Problem(where, message, hint, path=path)
    fix = ProposedFix(f"write {meant}", (ReplaceValue(where, meant),), safe=False)
    return Problem(where, message, f"If that's what you mean, write {meant!r}.", fix, path=path)
