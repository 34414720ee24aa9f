"""The check before publishing: entries with errors are never published."""

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
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show_report

_CANNOT_LEAVE_OUT = (
    "Error: Nothing was published. Entries can be left out only if all errors are in entries, and"
    " at least one entry has none."
)


def check_for_publishing(
    settings: Settings, rules: Mapping[str, Rule] | None = None
) -> Publication:
    """Check a catalog and return it for publishing.

    Args:
        settings: the catalog.
        rules: the rules to apply, by name; all rules if ``None``.

    Raises:
        click.exceptions.Exit: there are errors. They have been printed.
        OSError: the folder of the partner files cannot be read.
    """
    report = _check(settings, rules)
    if not report.may_publish:
        show_report(report)
        leave_with_findings()
    return report.publication


def check_with_quarantine(settings: Settings) -> Publication:
    """Check a catalog and return it for publishing, without the entries that have errors.

    Args:
        settings: the catalog.

    Raises:
        click.exceptions.Exit: an error is outside the entries, or every entry has one.
        OSError: the folder of the partner files cannot be read.
    """
    report = _check(settings, None)
    if report.may_publish:
        return report.publication
    show_report(report)
    publication = without_broken_entries(report)
    if publication is None:
        click.echo(_CANNOT_LEAVE_OUT, err=True)
        leave_with_findings()
    return publication


def show_note(note: str) -> None:
    """Print a note for the owners of the catalog, if there is one."""
    if note:
        click.echo(f"Note: {note}", err=True)


def _check(settings: Settings, rules: Mapping[str, Rule] | None) -> Report:
    with Progress("Checking") as progress:
        return check(settings, rules=rules, progress=progress)
