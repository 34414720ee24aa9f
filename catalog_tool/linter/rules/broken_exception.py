"""An exception names an entry or a rule that doesn't exist, or a rule without exceptions.

An exception in ``_exceptions.yaml`` lets one value of one entry pass one rule. ``entry`` is the
file name without ``.yaml``, and ``rule`` is the name of the rule. Rules that keep strangers' input
harmless, and rules about files or pull requests, have no exceptions. Each exception is listed once.

Why:
    An exception that doesn't work looks as if an admin had decided something. And no decision of
    an admin should let something harmful through.

Bad:
    # partners/contoso.yaml
    name: Contoso
    # partners/_exceptions.yaml, complete
    - entry: contoso
      rule: hidden-character
      value: Contoso
      reason: It looks nicer.
      review_by: 2099-12-31

Good:
    # partners/contoso.yaml
    name: Contoso Cloud
    # partners/_exceptions.yaml, complete
    - entry: contoso
      rule: misnamed-file
      value: Contoso Cloud
      reason: The file keeps its name until the company has decided.
      review_by: 2099-12-31
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from catalog_tool.linter.rules.rule import Mandatory, all_rules
from catalog_tool.loader.limits import is_worth_a_guess
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.model.exceptions import RuleException
from catalog_tool.text.phrases import shorten

CODE = "CAT211"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.INERT

_LONGEST_SHOWN = 60


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each exception that can't apply."""
    path = catalog.exceptions_source.path
    seen: set[tuple[str, str, str]] = set()
    for number, exception in catalog.exceptions.items():
        where: Where = ("exceptions", number)
        key = exception.entry, exception.rule, exception.text
        if key in seen:
            hint = "Keep one of them."
            yield Problem(where, "This exception is listed twice.", hint, path=path)
        seen.add(key)
        for problem in (*_check_entry(exception, where, catalog), *_check_rule(exception, where)):
            yield replace(problem, path=path)


def _check_entry(exception: RuleException, where: Where, catalog: Catalog) -> Iterator[Problem]:
    # The exceptions of a partner that has left are reported as unneeded.
    if not (catalog.has(exception.entry) or exception.entry in catalog.former.former):
        message = f"There is no entry {exception.entry!r}."
        hint = "Write the file name of an entry, without .yaml."
        yield _unknown((*where, "entry"), message, hint, exception.entry, catalog.by_id)


def _check_rule(exception: RuleException, where: Where) -> Iterator[Problem]:
    name, place = shorten(exception.rule, _LONGEST_SHOWN), (*where, "rule")
    if rule := all_rules().get(name):
        if not rule.allows_exceptions:
            why = rule.mandatory or "it isn't about single values of entries"
            message = f"The rule {name!r} has no exceptions: {why}."
            yield Problem(place, message, "Remove this exception.")
        return
    codes = {rule.code: rule.name for rule in all_rules().values()}
    hint = "Write the name of a rule. `catalog rules` lists them."
    message, meant = f"There is no rule {name!r}.", codes.get(name, name)
    yield _unknown(place, message, hint, meant, codes.values())


def _unknown(where: Where, message: str, hint: str, meant: str, known: Iterable[str]) -> Problem:
    near = get_close_matches(meant, known, 1) if is_worth_a_guess(where, meant) else []
    if not near:
        return Problem(where, message, hint)
    fix = ProposedFix(f"write {near[0]}", (ReplaceValue(where, near[0]),), safe=False)
    return Problem(where, message, f"Did you mean {near[0]!r}?", fix)
