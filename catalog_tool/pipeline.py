"""The one orchestrator: load, check, render, build; every door calls only this."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from catalog_tool.diagnostic import Diagnostic, Severity
from catalog_tool.linter import lint
from catalog_tool.loader import Loaded, Progress, load_catalog
from catalog_tool.publication import Publication
from catalog_tool.rules.rule import Rule, all_rules
from catalog_tool.settings import Settings


@dataclass(frozen=True)
class Report:
    """What a check found.

    Attributes:
        diagnostics: everything found, worst first.
        files: how many files were judged.
        publication: what would be published.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    publication: Publication

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have a severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def fixable(self) -> int:
        """How many diagnostics a machine can mend."""
        return sum(diagnostic.fix is not None for diagnostic in self.diagnostics)

    @property
    def may_publish(self) -> bool:
        """Whether nothing that was found keeps the catalog from being published."""
        return not self.count(Severity.ERROR)


def check(
    settings: Settings,
    *,
    only: Collection[str] | None = None,
    rules: Mapping[str, Rule] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check the entries of a catalog.

    Args:
        settings: the catalog.
        only: paths of the files to judge, relative to the root, always against the whole
            catalog; all files if ``None``.
        rules: the rules to apply, by name; all rules if ``None``.
        progress: told how many of how many files are done.

    Raises:
        OSError: the folder of the partner files cannot be listed.
    """
    loaded = load_catalog(settings, progress)
    publication = load_publication(settings, loaded)
    found = lint(loaded, publication, all_rules() if rules is None else rules, only)
    files = len(loaded.sources) if only is None else len(set(only) & loaded.sources.keys())
    return Report(tuple(found), files, publication)


def load_publication(settings: Settings, loaded: Loaded) -> Publication:
    """Return a loaded catalog with the words and files around it."""
    return Publication(loaded.catalog, settings)
