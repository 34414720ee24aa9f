"""What a check found, and whether the catalog may be published."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.publication import Publication


@dataclass(frozen=True)
class Report:
    """What a check found.

    Attributes:
        diagnostics: everything found, worst first.
        paths: the files that were judged, relative to the root.
        publication: what would be published.
    """

    diagnostics: tuple[Diagnostic, ...]
    paths: tuple[str, ...]
    publication: Publication

    @property
    def files(self) -> int:
        """How many files were judged."""
        return len(self.paths)

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have a severity."""
        return sum(
            diagnostic.count for diagnostic in self.diagnostics if diagnostic.severity is severity
        )

    @property
    def fixable(self) -> int:
        """How many diagnostics a machine can fix without a judgment."""
        return sum(each.count for each in self.diagnostics if each.is_fixable)

    @property
    def may_publish(self) -> bool:
        """Whether nothing that was found keeps the catalog from being published."""
        return not self.count(Severity.ERROR)
