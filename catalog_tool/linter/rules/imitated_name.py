"""A name looks like one that the catalog knows, but has other letters.

Compared are the names of partners and applications with the applications, aliases and vendors of
the vocabulary. They look alike if letters of another alphabet, digits or a small *l* stand for
similar letters: a quick reader takes one for the other.

Why:
    Who searches for the real name does not find the other, and who sees it takes it for the real
    one.

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
            # A word of two alphabets is refused for that already.
            if meant and not any(mixed_words(name)):
                yield _problem(where, name, meant, path)


def _problem(where: Where, name: str, meant: str, path: str) -> Problem:
    message = f"{name!r} looks like {meant!r} but is written with other letters."
    if where == ("name",):
        hint = "Write the name of your company with the letters of its own alphabet."
        return Problem(where, message, hint, path=path)
    fix = ProposedFix(f"write {meant}", (ReplaceValue(where, meant),), safe=False)
    return Problem(where, message, f"If you mean it, write {meant!r}.", fix, path=path)
