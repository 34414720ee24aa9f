"""Runs the rules over a catalog and gives every problem its place, code, and severity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from catalog_tool.linter.edits import edits_of
from catalog_tool.linter.exceptions import Excepted, Paths, is_checked, value_of, with_exceptions
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.linter.suggestion import make_suggestion
from catalog_tool.loader.load import Loaded
from catalog_tool.loader.pair import ALONE, Pair
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import MOST_ALIKE, Diagnostic, Fix, Problem, Severity
from catalog_tool.model.nodes import Mapping as MappingNode
from catalog_tool.model.nodes import Node, Scalar
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


def lint(
    loaded: Loaded,
    publication: Publication,
    rules: Mapping[str, Rule],
    only: Paths = None,
    pair: Pair = ALONE,
) -> Findings:
    """Run rules over a catalog.

    Args:
        loaded: the entries, and the problems found while reading them.
        publication: the same catalog with the texts and files around it.
        rules: the rules to run, by name; problems of other rules are left out.
        only: files to report on, checked against the whole catalog.
        pair: the processes that share the work.
    """
    # Whichever rules are selected, a crash must be reported: that rule found nothing yet.
    reported = {CRASH_RULE: all_rules()[CRASH_RULE], **rules}
    # The crash of a rule that checks all entries at once belongs to no file.
    paths = None if only is None else {"", *only}
    found = (
        problem
        for problem in _problems(loaded, publication, rules, only, pair)
        if problem.rule in reported
    )
    problems, passing = with_exceptions(found, loaded.catalog, rules, only)
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
    loaded: Loaded,
    publication: Publication,
    rules: Mapping[str, Rule],
    only: Paths,
    pair: Pair,
) -> Iterator[Problem]:
    yield from loaded.problems
    entries = [each for each in loaded.catalog.entries if is_checked(each, loaded.catalog, only)]
    checks = [(rule.name, rule.check_entry) for rule in rules.values() if rule.check_entry]
    members: list[Entry | Rule] = [*entries, *rules.values()]

    def check(share: list[Entry | Rule]) -> list[Problem]:
        return [found for each in share for found in _of(each, checks, loaded.catalog, publication)]

    yield from pair.share_last(check, members, _PART)


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


def locate(problem: Problem, rule: Rule, sources: Mapping[str, Source]) -> Diagnostic:
    """Return a problem of a rule with its place in a file, its code, and its severity."""
    source = sources.get(problem.path) or Source(problem.path)
    start, end = _span(problem, source)
    line, column = source.position(start)
    end_line, end_column = source.position(end)
    return Diagnostic(
        path=problem.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        hint=problem.hint,
        fix=_fix(problem, source),
        excerpt=source.line_text(line),
        value=value_of(problem, source) if rule.allows_exceptions else "",
    )


def _fix(problem: Problem, source: Source) -> Fix | None:
    if problem.fix is None:
        return None
    edits = edits_of(problem.fix.changes, source)
    if not edits:
        return None
    return Fix(problem.fix.title, edits, problem.fix.safe, make_suggestion(edits, source))


def _span(problem: Problem, source: Source) -> tuple[int, int]:
    if problem.span:
        return problem.span
    key = source.key(problem.where)
    if problem.on_key and key:
        return key.start, key.end
    node = _nearest(source, problem.where)
    if node is None:
        return 0, 0
    if problem.quote and (at := source.text.find(problem.quote, node.start, node.end)) >= 0:
        return at, at + len(problem.quote)
    return _visible_span(node, source)


def _nearest(source: Source, where: tuple[str | int, ...]) -> Node | None:
    for length in range(len(where), -1, -1):
        node = source.node(where[:length])
        if node is not None:
            return node
    return None


def _visible_span(node: Node, source: Source) -> tuple[int, int]:
    """Return the span to underline: the text of a scalar, or the first line of anything longer."""
    if isinstance(node, MappingNode) and node.pairs:
        first = node.pairs[0][0]
        return first.start, first.end
    line_end = source.text.find("\n", node.start, node.end)
    if isinstance(node, Scalar) and line_end < 0:
        return node.start, node.end
    end = line_end if line_end >= 0 else node.end
    return node.start, max(end, node.start)
