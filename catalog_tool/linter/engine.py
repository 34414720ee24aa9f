"""Runs the rules over a catalog and gives every problem its place, code, and severity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from catalog_tool.linter.exceptions import Excepted, Paths, is_checked, with_exceptions
from catalog_tool.linter.location import locate
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.loader.load import Loaded
from catalog_tool.loader.pair import ALONE, Pair
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import MOST_ALIKE, Diagnostic, Problem, Severity
from catalog_tool.model.publication import Publication
from catalog_tool.model.source import Source

CRASH_RULE = "rule-crashed"
# The second process also runs the rules on all entries, which take a quarter as long (measured).
_PART = 0.62

_EntryCheck = tuple[str, Callable[..., Iterable[Problem]]]
_Kind = tuple[str, str, bool | None]  # path, rule, whether its fix is safe


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules found.

    Attributes:
        diagnostics: the problems to fix, worst first.
        excepted: the problems that exceptions let pass.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    excepted: tuple[Excepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """The files that a check is about; each is ``None`` for all files.

    Attributes:
        reported: those whose problems are reported.
        checked: those whose entries are checked one by one. Rules for the whole catalog see all.
    """

    reported: Paths = None
    checked: Paths = None

    @classmethod
    def of(cls, paths: Paths) -> Selection:
        """Return a selection of these files alone; all if ``None``."""
        return cls(reported=paths, checked=paths)


EVERY_FILE = Selection()


def lint(
    loaded: Loaded,
    publication: Publication,
    rules: Mapping[str, Rule],
    files: Selection = EVERY_FILE,
    pair: Pair = ALONE,
) -> Findings:
    """Run rules over a catalog.

    Args:
        loaded: the entries, and the problems found while reading them.
        publication: the same catalog with the texts and files around it.
        rules: the rules to run, by name; problems of other rules are left out.
        files: which files it is about.
        pair: the processes that share the work.
    """
    # Whichever rules are selected, a crash must be reported: that rule found nothing yet.
    reported = {CRASH_RULE: all_rules()[CRASH_RULE], **rules}
    # The crash of a rule that checks all entries at once belongs to no file.
    paths = None if files.reported is None else {"", *files.reported}
    found = (
        problem
        for problem in _problems(loaded, publication, rules, files.checked, pair)
        if problem.rule in reported
    )
    problems, passing = with_exceptions(found, loaded.catalog, rules, files.checked)
    generated = {path: Source(path, text) for path, text in publication.on_disk.items()}
    sources = generated | loaded.sources
    listed, others = _split(each for each in problems if paths is None or each.path in paths)
    diagnostics = {locate(problem, reported[problem.rule], sources) for problem in listed}
    for first, number in others:
        diagnostics.add(_count(locate(first, reported[first.rule], sources), number))
    excepted = (
        Excepted(locate(problem, reported[problem.rule], sources), exception)
        for problem, exception in passing
        if paths is None or problem.path in paths
    )
    return Findings(
        tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order)), tuple(excepted)
    )


def _split(problems: Iterable[Problem]) -> tuple[list[Problem], list[tuple[Problem, int]]]:
    """Return the problems to list and, for each kind, the first of the others and their number.

    Problems of one kind have the same file and rule, and either all of them can be fixed or none:
    problems without a fix don't push fixes out of the list.
    """
    listed: list[Problem] = []
    first_other: dict[_Kind, Problem] = {}
    numbers: Counter[_Kind] = Counter()
    for problem in problems:
        key = (problem.path, problem.rule, problem.fix.safe if problem.fix else None)
        numbers[key] += 1
        if numbers[key] <= MOST_ALIKE:
            listed.append(problem)
        else:
            first_other.setdefault(key, problem)
    return listed, [(first, numbers[key] - MOST_ALIKE) for key, first in first_other.items()]


def _count(first: Diagnostic, number: int) -> Diagnostic:
    """Return one diagnostic for all problems that aren't listed, at the place of the first one."""
    kind = f"more {first.code} {first.name} problem{'' if number == 1 else 's'}"
    hint = "'catalog check --fix' fixes these too."
    if not first.is_fixable:
        hint = "Fix the problems above, then run the check again."
    return replace(
        first,
        message=f"{number:,} {kind} in this file. The first one is here.",
        hint=hint,
        fix=None,
        count=number,
        are_fixable=first.is_fixable,
    )


def _problems(
    loaded: Loaded, publication: Publication, rules: Mapping[str, Rule], checked: Paths, pair: Pair
) -> Iterator[Problem]:
    yield from loaded.problems
    entries = [each for each in loaded.catalog.entries if is_checked(each, loaded.catalog, checked)]
    checks = [(rule.name, rule.check_entry) for rule in rules.values() if rule.check_entry]
    members: list[Entry | Rule] = [*entries, *rules.values()]

    def check(share: list[Entry | Rule]) -> list[Problem]:
        return [found for each in share for found in _of(each, checks, loaded.catalog, publication)]

    yield from pair.share(check, members, _PART, is_last=True)


def _of(
    each: Entry | Rule, checks: Iterable[_EntryCheck], catalog: Catalog, publication: Publication
) -> Iterator[Problem]:
    if isinstance(each, Entry):
        for name, check in checks:
            yield from run_check(name, check, each, catalog, path=each.source.path)
        return
    if each.check_catalog:
        yield from run_check(each.name, each.check_catalog, catalog)
    if each.check_publication:
        yield from run_check(each.name, each.check_publication, publication)


def run_check(
    name: str,
    check: Callable[..., Iterable[Problem]],
    *arguments: Catalog | Entry | Publication | Proposal,
    path: str = "",
) -> list[Problem]:
    """Run one check; a crash of the rule becomes a problem, so that the other rules still run.

    Args:
        name: name of the rule.
        check: its check.
        arguments: the arguments of the check.
        path: file of the problems that have no path.
    """
    found = []
    try:
        for problem in check(*arguments):
            found.append(replace(problem, rule=problem.rule or name, path=problem.path or path))  # noqa: PERF401 - what comes before a crash counts
    except Exception as error:  # noqa: BLE001 - whatever a rule does, the run goes on
        message = f"The rule {name} stopped with {type(error).__name__} ({error})."
        hint = "This is a bug in the program. Please report it."
        found.append(Problem((), message, hint, rule=CRASH_RULE, path=path))
    return found


def errors_in_reading(loaded: Loaded) -> Counter[str]:
    """Return how many errors keep each file from being read whole, by path."""
    rules = all_rules()
    return Counter(
        problem.path
        for problem in loaded.problems
        if rules[problem.rule].severity is Severity.ERROR
    )
