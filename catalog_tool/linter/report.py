"""The result of a check, and whether the catalog can be published."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.linter.exceptions import Excepted
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.publication import Publication


@dataclass(frozen=True)
class Report:
    """The result of a check.

    Attributes:
        diagnostics: everything that was found, worst first.
        paths: the files that were checked, relative to the root.
        publication: what would be published.
        excepted: the problems that exceptions let pass.
    """

    diagnostics: tuple[Diagnostic, ...]
    paths: tuple[str, ...]
    publication: Publication
    excepted: tuple[Excepted, ...] = ()

    @property
    def files(self) -> int:
        """The number of files that were checked."""
        return len(self.paths)

    def count(self, severity: Severity) -> int:
        """Return the number of diagnostics with a severity."""
        return sum(
            diagnostic.count for diagnostic in self.diagnostics if diagnostic.severity is severity
        )

    @property
    def may_publish(self) -> bool:
        """Whether the catalog can be published: there are no errors."""
        return not self.count(Severity.ERROR)
