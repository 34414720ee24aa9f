"""The diagnostics of a run as a document, which each writer shows in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.text.document import Document, Finding, Findings, PageOnly, Place, Remedy

PULL_REQUESTS = "CAT5"
"""Start of the codes of the rules about pull requests."""


def document(diagnostics: Sequence[Diagnostic], summary: Summary) -> Document:
    """Return what a check says of diagnostics, which come worst first."""
    verdict = PageOnly(f"**{_verdict(diagnostics, summary)}** ")
    return Document((findings(diagnostics),), (verdict, summary.sentence()))


def findings(diagnostics: Iterable[Diagnostic], weight: float = 1) -> Findings:
    """Return diagnostics as one block."""
    return Findings(tuple(map(finding, diagnostics)), weight=weight)


def finding(diagnostic: Diagnostic) -> Finding:
    """Return one diagnostic as it is shown."""
    found = diagnostic
    place = Place(found.path, found.line, found.column, found.end_line, found.end_column)
    is_of_proposal = found.code.startswith(PULL_REQUESTS)
    return Finding(
        found.severity.value,
        f"{found.code} {found.name}",
        found.message,
        place if found.path else None,
        "the pull request" if is_of_proposal else "the catalog",
        found.excerpt,
        found.hint,
        _remedy(found.fix) if found.fix else None,
        found.count,
    )


def _verdict(diagnostics: Sequence[Diagnostic], summary: Summary) -> str:
    severities = {diagnostic.severity for diagnostic in diagnostics}
    if any(map(summary.fails, severities)):
        return "❌ The check has failed."
    return f"{'⚠️' if Severity.WARNING in severities else '✅'} The check has passed."


def _remedy(fix: Fix) -> Remedy:
    how = "`catalog check --fix` does it" if fix.safe else "if you agree: `--fix --unsafe-fixes`"
    if fix.suggestion is None:
        return Remedy(fix.title, how)
    lines = fix.suggestion
    return Remedy(fix.title, how, lines.first_line, lines.last_line, lines.text)
