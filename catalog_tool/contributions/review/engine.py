"""Checks a pull request with all rules, and selects the problems that its author has to fix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from catalog_tool.contributions.review.facts import approvals_for, facts_of
from catalog_tool.contributions.review.verdict import Review
from catalog_tool.linter.approval import required_approvals
from catalog_tool.linter.engine import Findings, Selection, lint, run_check
from catalog_tool.linter.exceptions import Paths
from catalog_tool.linter.location import locate
from catalog_tool.linter.rules.rule import Rule
from catalog_tool.linter.selection import configured_rules
from catalog_tool.loader.load import Loaded, ProgressCallback
from catalog_tool.loader.pair import Pair, run_in_pair
from catalog_tool.loader.prose import load_prose
from catalog_tool.loader.pull_request.proposal import Proposal, PullRequest
from catalog_tool.loader.pull_request.read import read_proposal
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.domain_proof import DomainProofs
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.model.source import Source


def review(
    settings: Settings,
    request: PullRequest,
    progress: ProgressCallback | None = None,
    proofs: DomainProofs | None = None,
) -> Review:
    """Read a pull request from Git objects, and review it.

    Args:
        settings: settings of the catalog, from a checkout of the branch to merge into.
        request: the pull request.
        progress: called with the number of files read and of all files.
        proofs: what the hosts of its websites say, if they were asked.

    Raises:
        GitError: Git doesn't have one of the commits, or cannot list the changes.
        OSError: the prose, which generated files show, cannot be read.
    """

    def due(catalog: Catalog, path: str) -> str:
        from catalog_tool.site.exports import repository_text  # noqa: PLC0415 - only if one is changed

        prose = load_prose(settings)
        publication = Publication(catalog, settings, prose.texts, prose.diagrams)
        return repository_text(publication, path) or ""

    return judge_proposal(read_proposal(settings, request, due, progress), proofs)


def judge_proposal(proposal: Proposal, proofs: DomainProofs | None = None) -> Review:
    """Review a pull request.

    Its author has to fix problems in the changed files, and problems that the changes cause in
    other files, such as a duplicate name or a record without a target. Problems that other files
    had before are reported separately if they take more than one file to find: the check of the
    main branch finds the others.
    """
    rules = configured_rules(proposal.settings)
    found = Findings()
    if proposal.partner_changes:
        files = Selection(checked=_changed_alone(proposal))
        found = _of_catalog(proposal.after, proposal, rules, files)
    changed = {change.path for change in proposal.changes}
    others = [each for each in found.diagnostics if each.path not in changed]
    known = _known(proposal, others, rules) if others else frozenset()
    before = (each for each in others if _identity(each) in known)
    elsewhere = tuple(each for each in before if each.severity is not Severity.INFO)
    mine = (e for e in found.diagnostics if e.path in changed or _identity(e) not in known)
    findings = sorted([*_of_pull_request(proposal, rules), *mine], key=lambda each: each.order)
    excepted = tuple(each for each in found.excepted if each.diagnostic.path in changed)
    facts = facts_of(proposal, proofs)
    approvals = tuple(required_approvals(proposal, approvals_for(facts)))
    return Review(proposal, tuple(findings), elsewhere, approvals, facts, excepted)


def _of_pull_request(proposal: Proposal, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    sources = dict(proposal.after.sources)
    sources |= {path: Source(path, each.proposed) for path, each in proposal.generated.items()}
    for rule in rules.values():
        if rule.check_pull_request:
            for problem in run_check(rule.name, rule.check_pull_request, proposal):
                yield locate(problem, rules[problem.rule], sources)


def _changed_alone(proposal: Proposal) -> Paths:
    """Return the changed files if no rule for single entries can find anything new in others."""
    if any(change.kind.is_read_with_entries for change in proposal.changes):
        return None
    return frozenset(change.path for change in proposal.changes)


def _of_catalog(
    loaded: Loaded, proposal: Proposal, rules: Mapping[str, Rule], files: Selection
) -> Findings:
    publication = Publication(loaded.catalog, proposal.settings)

    def lint_in(pair: Pair) -> Findings:
        return lint(loaded, publication, rules, files, pair)

    return run_in_pair(lint_in, len(loaded.catalog.entries))


def _known(
    proposal: Proposal, found: Sequence[Diagnostic], rules: Mapping[str, Rule]
) -> frozenset[tuple[object, ...]]:
    """Return the problems that the same rules found in the same files before."""
    paths, names = {each.path for each in found}, {each.name for each in found}
    same = {name: rule for name, rule in rules.items() if name in names}
    before = _of_catalog(proposal.before, proposal, same, Selection.of(paths))
    return frozenset(map(_identity, before.diagnostics))


def _identity(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return what identifies a problem in an unchanged file."""
    place = (diagnostic.path, diagnostic.line, diagnostic.column)
    return (*place, diagnostic.code, diagnostic.message)
