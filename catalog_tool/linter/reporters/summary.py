"""A run of the check, in numbers and as a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from catalog_tool.linter.reporters.document import Document, Findings, PageOnly
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.text.phrases import quantity


@dataclass(frozen=True, slots=True)
class Summary:
    """A run in numbers.

    Attributes:
        files: the number of checked files.
        files_with_findings: the number of files with a diagnostic.
        errors: diagnostics that block publishing.
        warnings: diagnostics that don't block publishing.
        notes: diagnostics that only inform.
        fixable: diagnostics that ``--fix`` can fix.
        paths: the checked files, for formats that also list files without problems.
        strict: whether warnings fail the run, as errors do.
        excepted: the number of problems that exceptions let pass.
    """

    files: int
    files_with_findings: int
    errors: int
    warnings: int
    notes: int
    fixable: int
    paths: tuple[str, ...] = ()
    strict: bool = False
    excepted: int = 0

    @classmethod
    def of(
        cls,
        diagnostics: Sequence[Diagnostic],
        files: int,
        *,
        paths: Sequence[str] = (),
        strict: bool = False,
        excepted: int = 0,
    ) -> Summary:
        """Count the diagnostics of a run that checked ``files`` files."""
        numbers: Counter[Severity] = Counter()
        for diagnostic in diagnostics:
            numbers[diagnostic.severity] += diagnostic.count
        return cls(
            files,
            len({diagnostic.path for diagnostic in diagnostics}),
            numbers[Severity.ERROR],
            numbers[Severity.WARNING],
            numbers[Severity.INFO],
            sum(each.count for each in diagnostics if each.is_fixable),
            tuple(paths),
            strict,
            excepted,
        )

    def fails(self, severity: Severity) -> bool:
        """Return whether a diagnostic of this severity fails the run."""
        return severity is Severity.ERROR or (self.strict and severity is Severity.WARNING)

    @property
    def problems(self) -> str:
        """What was found, such as ``1 error, 2 warnings in 2 files``; empty if nothing was."""
        kinds = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")]
        found = ", ".join(quantity(number, kind) for number, kind in kinds if number)
        return f"{found} in {quantity(self.files_with_findings, 'file')}" if found else ""

    def sentence(self) -> str:
        """Return the numbers as plain sentences."""
        return f"{self._found()}{excepted_sentence(self.excepted)}"

    def _found(self) -> str:
        if not self.problems:
            return f"{quantity(self.files, 'file')} checked: no problems."
        if not self.fixable:
            return f"{self.problems}."
        total = self.errors + self.warnings + self.notes
        number = "all" if self.fixable == total else f"{self.fixable}"
        fixable = "it" if total == 1 else f"{number} of them"
        return f"{self.problems}. `catalog check --fix` can fix {fixable}."


def excepted_sentence(number: int) -> str:
    """Return how many problems pass by exceptions, as a further sentence; empty if none does."""
    verb = "is" if number == 1 else "are"
    return f" {quantity(number, 'problem')} {verb} excepted." if number else ""


def check_document(diagnostics: Sequence[Diagnostic], summary: Summary) -> Document:
    """Return the output of a check as a document.

    Args:
        diagnostics: what was found, worst first.
        summary: the run in numbers.
    """
    verdict = PageOnly(f"**{_verdict(diagnostics, summary)}** ")
    return Document((Findings(tuple(diagnostics)),), (verdict, summary.sentence()))


def _verdict(diagnostics: Sequence[Diagnostic], summary: Summary) -> str:
    severities = {diagnostic.severity for diagnostic in diagnostics}
    if any(map(summary.fails, severities)):
        return "❌ The check failed."
    return f"{'⚠️' if Severity.WARNING in severities else '✅'} The check passed."
