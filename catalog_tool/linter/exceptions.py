"""Applies the exceptions of a catalog: each lets one named value pass one rule in one entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from catalog_tool.linter.rules._texts import DESCRIPTION, NOTE
from catalog_tool.linter.rules.rule import Rule
from catalog_tool.loader.limits import MOST_GUESSED, is_worth_a_guess
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Diagnostic, Problem, ProposedFix
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.model.exceptions import RuleException
from catalog_tool.model.nodes import Scalar
from catalog_tool.model.source import Source
from catalog_tool.model.values import LINE_MAX_LENGTH
from catalog_tool.text.phrases import shorten

Paths = Collection[str] | None
"""Paths of the files to check, or ``None`` for all of them."""
UNNEEDED = "unneeded-exception"
_LONGEST_SHOWN = 60
# The least similarity of a value to the one that an exception probably means.
_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Excepted:
    """A problem that an exception lets pass.

    Attributes:
        diagnostic: the problem, as it would be reported.
        exception: what lets it pass.
    """

    diagnostic: Diagnostic
    exception: RuleException


def with_exceptions(
    found: Iterable[Problem], catalog: Catalog, rules: Mapping[str, Rule], only: Paths
) -> tuple[Iterable[Problem], list[tuple[Problem, RuleException]]]:
    """Return the problems of a check that remain, and those that pass, each with its exception.

    Args:
        found: everything that the rules found.
        catalog: the entries and the exceptions.
        rules: the rules that ran, by name.
        only: the files that were checked; all if ``None``.
    """
    if not catalog.exceptions:
        return found, []
    problems = [*found]
    remaining, passing = apply_exceptions(problems, catalog)
    if UNNEEDED in rules:

        def is_judged(exception: RuleException) -> bool:
            entry, rule = catalog.by_id.get(exception.entry), rules.get(exception.rule)
            if not catalog.has(exception.entry):
                return exception.entry in catalog.former.former
            if not (entry and rule and entry.partner.is_complete and rule.allows_exceptions):
                return False
            checks_entry = rule.check_entry and is_checked(entry, catalog, only)
            return bool(rule.check_catalog or checks_entry)

        remaining += unneeded_exceptions(problems, catalog, is_judged)
    return remaining, passing


def is_checked(entry: Entry, catalog: Catalog, only: Paths) -> bool:
    """Return whether rules look at an entry: it is asked for, or the list of its exceptions is.

    Args:
        entry: one entry of the catalog.
        catalog: the entries and the exceptions.
        only: the files to check; all if ``None``.
    """
    if only is None or entry.source.path in only:
        return True
    return catalog.exceptions_source.path in only and any(
        each.entry == entry.id for each in catalog.exceptions.values()
    )


def apply_exceptions(
    problems: Iterable[Problem], catalog: Catalog
) -> tuple[list[Problem], list[tuple[Problem, RuleException]]]:
    """Return the problems that remain, and those that pass, each with its exception.

    A problem about several entries passes for one of them if that one has an exception, or if all
    the others have one, because what remains is unique.

    Args:
        problems: everything that a run found.
        catalog: the entries and the exceptions.
    """
    named = {(each.entry, each.rule, each.text): each for each in catalog.exceptions.values()}
    entries = _excepted_entries(catalog)
    own: list[tuple[Problem, RuleException | None]] = []
    for problem in problems:
        entry = entries.get(problem.path)
        key = (entry.id, problem.rule, value_of(problem, entry.source)) if entry else None
        own.append((problem, named.get(key) if key else None))
    of_entry = {(problem.path, problem.rule): found for problem, found in own if found}
    remaining, passing = [], []
    for problem, found in own:
        others = [of_entry.get((path, problem.rule)) for path in problem.others]
        by_others = others[0] if others and all(others) else None
        if exception := found or by_others:
            passing.append((problem, exception))
        else:
            remaining.append(problem)
    return remaining, passing


def unneeded_exceptions(
    problems: Iterable[Problem], catalog: Catalog, is_judged: Callable[[RuleException], bool]
) -> Iterator[Problem]:
    """Yield a problem for each exception whose value its rule doesn't report in its entry.

    Args:
        problems: everything that the run found, before exceptions were applied.
        catalog: the entries and the exceptions.
        is_judged: whether the run looked for the problem of an exception.
    """
    entries = _excepted_entries(catalog)
    values: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for problem in problems:
        if entry := entries.get(problem.path):
            values[entry.id, problem.rule].append(value_of(problem, entry.source))
    for number, exception in catalog.exceptions.items():
        found = values[exception.entry, exception.rule]
        if exception.text not in found and is_judged(exception):
            yield _unneeded(number, exception, found, catalog)


def _unneeded(number: int, exception: RuleException, found: list[str], catalog: Catalog) -> Problem:
    where: Where = ("exceptions", number, "value")
    shown = shorten(exception.text, _LONGEST_SHOWN)
    message = f"The rule {exception.rule!r} doesn't report {shown!r} in {exception.entry!r}."
    hint, fix = "Remove this exception.", None
    candidates = [text for text in found if text and len(text) <= LINE_MAX_LENGTH][:MOST_GUESSED]
    is_guessed = is_worth_a_guess(where, exception.text)
    if is_guessed and (near := get_close_matches(exception.text, candidates, 1, _ALIKE)):
        hint = f"Did you mean {shorten(near[0], _LONGEST_SHOWN)!r}? If not, remove this exception."
        fix = ProposedFix("write that value", (ReplaceValue(where, near[0]),), safe=False)
    path = catalog.exceptions_source.path
    return Problem(where, message, hint, fix, rule=UNNEEDED, path=path)


def _excepted_entries(catalog: Catalog) -> dict[str, Entry]:
    """Return the entries that have an exception, by path."""
    named = {each.entry for each in catalog.exceptions.values()}
    entries = (catalog.by_id[identifier] for identifier in named if identifier in catalog.by_id)
    return {entry.source.path: entry for entry in entries}


def value_of(problem: Problem, source: Source) -> str:
    """Return the text by which an exception names a problem; empty if it has none.

    It is the value that the rule states; in Markdown, the part that the problem quotes; otherwise
    the whole text or key at its place, or what its span covers. Line breaks and several spaces
    count as one space.

    Args:
        problem: the problem.
        source: the file of the problem.
    """
    node = source.key(problem.where) if problem.on_key else source.node(problem.where)
    quote = problem.quote if problem.where in {DESCRIPTION, NOTE} else ""
    text = problem.value or quote
    if not text and isinstance(node, Scalar):
        text = node.value
    elif not text and problem.span:
        text = source.text[slice(*problem.span)]
    return " ".join(text.split())
