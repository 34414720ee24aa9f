"""What the commands that publish have in common: nothing with an error gets out."""

from __future__ import annotations

from collections.abc import Mapping

import click

from catalog_tool import (
    Publication,
    Report,
    Rule,
    Settings,
    check,
    without_broken_entries,
)
from catalog_tool.cli._outcome import leave_with_findings
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show_report

_NOT_SEPARABLE = (
    "Error: Nothing is published: leaving entries out does not help where an error is not one of an"
    " entry, or where every entry has one."
)


def checked_publication(settings: Settings, rules: Mapping[str, Rule] | None = None) -> Publication:
    """Check a catalog and return what may be published.

    Args:
        settings: the catalog.
        rules: the rules to apply, by name; all rules if ``None``.

    Raises:
        click.exceptions.Exit: there are errors; they have been shown.
        OSError: the folder of the partner files cannot be read.
    """
    report = _checked(settings, rules)
    if not report.may_publish:
        show_report(report)
        leave_with_findings()
    return report.publication


def quarantined_publication(settings: Settings) -> Publication:
    """Check a catalog and return what may be published without the entries that have errors.

    Args:
        settings: the catalog.

    Raises:
        click.exceptions.Exit: an error is not one of an entry, or no entry is without.
        OSError: the folder of the partner files cannot be read.
    """
    report = _checked(settings, None)
    if report.may_publish:
        return report.publication
    show_report(report)
    publication = without_broken_entries(report)
    if publication is None:
        click.echo(_NOT_SEPARABLE, err=True)
        leave_with_findings()
    return publication


def _checked(settings: Settings, rules: Mapping[str, Rule] | None) -> Report:
    with Progress("Checking") as progress:
        return check(settings, rules=rules, progress=progress)
