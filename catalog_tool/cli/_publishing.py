"""What the commands that publish have in common: nothing with an error gets out."""

from __future__ import annotations

from collections.abc import Mapping

from catalog_tool.cli._outcome import leave_with_findings
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show_report
from catalog_tool.pipeline import check
from catalog_tool.publication import Publication
from catalog_tool.rules.rule import Rule
from catalog_tool.settings import Settings


def checked_publication(settings: Settings, rules: Mapping[str, Rule] | None = None) -> Publication:
    """Check a catalog and return what may be published.

    Args:
        settings: the catalog.
        rules: the rules to apply, by name; all rules if ``None``.

    Raises:
        click.exceptions.Exit: there are errors; they have been shown.
        OSError: the folder of the partner files cannot be read.
    """
    with Progress("Checking") as progress:
        report = check(settings, rules=rules, progress=progress)
    if not report.may_publish:
        show_report(report)
        leave_with_findings()
    return report.publication
