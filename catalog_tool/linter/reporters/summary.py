"""A run in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.text.phrases import counted


@dataclass(frozen=True, slots=True)
class Summary:
    """A run in numbers.

    Attributes:
        files: how many files were judged.
        files_with_findings: how many of them have a diagnostic.
        errors: diagnostics that keep the catalog from being published.
        warnings: diagnostics that do not.
        notes: diagnostics that only inform.
        fixable: diagnostics that ``--fix`` fixes: they need no judgment.
        paths: the files that were judged, for formats that name those without problems too.
        strict: whether warnings fail the run as errors do.
    """

    files: int
    files_with_findings: int
    errors: int
    warnings: int
    notes: int
    fixable: int
    paths: tuple[str, ...] = ()
    strict: bool = False

    @classmethod
    def of(
        cls,
        diagnostics: Sequence[Diagnostic],
        files: int,
        *,
        paths: Sequence[str] = (),
        strict: bool = False,
    ) -> Summary:
        """Count the diagnostics of a run that judged ``files`` files."""
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
        )

    def fails(self, severity: Severity) -> bool:
        """Return whether a diagnostic of this severity fails the run."""
        return severity is Severity.ERROR or (self.strict and severity is Severity.WARNING)

    def sentence(self) -> str:
        """Return the numbers as one plain sentence."""
        kinds = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")]
        found = ", ".join(counted(number, kind) for number, kind in kinds if number)
        if not found:
            return f"{counted(self.files, 'file')} checked: no problems."
        where = f"{found} in {counted(self.files_with_findings, 'file')}"
        if not self.fixable:
            return f"{where}."
        return f"{where}; {self.fixable} can be fixed with `catalog check --fix`."
