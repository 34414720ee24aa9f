"""A name looks like a known name but uses other letters.

The rule compares the names of partners and applications with the applications, aliases, and vendors
of the vocabulary, and with the names that other entries use. Two names look alike if letters of
another alphabet, digits, or a small *l* stand in for similar letters, so that people who read
quickly take one for the other.

Why:
    People who search for the real name don't find the imitation, and people who see the imitation
    take it for the real one.

Bad:
    # partners/contoso.yaml
    applications:
      - lBM Maximo
    # partners/_vocabulary.yaml
    categories:
      facilities:
        name: Facilities
        description: Buildings and machines.
    applications:
      IBM Maximo:
        category: facilities

Good:
    # partners/contoso.yaml
    applications:
      - IBM Maximo
    # partners/_vocabulary.yaml
    categories:
      facilities:
        name: Facilities
        description: Buildings and machines.
    applications:
      IBM Maximo:
        category: facilities
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.text.characters.confusables import imitated_key, is_imitation
from catalog_tool.text.characters.scripts import mixed_words

CODE = "CAT208"
SEVERITY = Severity.ERROR


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each name that imitates a known one."""
    known = catalog.vocabulary
    used: dict[str, dict[str, str]] = {}
    for entry in catalog.entries:
        path = entry.source.path
        for where, name in _named(entry):
            meant = known.find_imitated(name)
            if not meant and is_imitation(name):
                used = used or _names_in_use(catalog)
                # The rule duplicate-partner compares partners with one another.
                kind = "" if where[0] == "applications" else "application"
                meant = used[kind].get(imitated_key(name))
            # The rule mixed-alphabets already refuses a word of two alphabets.
            if meant and not any(mixed_words(name)):
                yield _problem(where, name, meant, path)


def _named(entry: Entry) -> Iterator[tuple[Where, str]]:
    partner = entry.partner
    named = [(("name",), partner.name), *partner.other_names(), *partner.listed_applications()]
    yield from ((where, name) for where, name in named if name)


def _names_in_use(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Return the names that aren't imitations by their keys: of applications, and all of them."""
    used: dict[str, dict[str, str]] = {"application": {}, "": {}}
    for entry in catalog.entries:
        for where, name in _named(entry):
            if name.isascii():
                used[""][imitated_key(name)] = name
                if where[0] == "applications":
                    used["application"][imitated_key(name)] = name
    return used


def _problem(where: Where, name: str, meant: str, path: str) -> Problem:
    message = f"{name!r} looks like {meant!r} but uses other letters."
    if where[0] != "applications":
        hint = "Write your own name with the letters of its own alphabet."
        return Problem(where, message, hint, path=path)
    fix = ProposedFix(f"write {meant}", (ReplaceValue(where, meant),), safe=False)
    return Problem(where, message, f"If that's what you mean, write {meant!r}.", fix, path=path)
