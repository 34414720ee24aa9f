"""The check before publishing: entries with errors are never published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import click

from catalog_tool import (
    Publication,
    Report,
    Rule,
    Settings,
    Severity,
    check,
    without_broken_entries,
)
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show_report
from catalog_tool.text.phrases import quantity

_CANNOT_LEAVE_OUT = (
    "Error: Nothing was published. Entries can be left out only if all errors are in entries, and"
    " at least one entry has none."
)
_LOST_ADDRESS = "missing-alias"
_ABOUT_REQUIRED_KEYS = {"missing-key", "missing-contact", "no-applications"}


def check_for_publishing(
    settings: Settings, rules: Mapping[str, Rule] | None = None, *, quarantine: bool = False
) -> Publication:
    """Check a catalog and return it for publishing.

    Args:
        settings: the catalog.
        rules: the rules to apply, by name; all rules if ``None``.
        quarantine: whether to leave out the entries that have errors.

    Raises:
        click.exceptions.Exit: there are errors that can't be left out. They have been printed.
        OSError: the folder of the partner files cannot be read.
    """
    report = _check(settings, rules)
    if report.may_publish:
        _show_lost_addresses(report)
        return report.publication
    show_report(report)
    _show_option(report, settings, rules)
    if not quarantine:
        leave_with_findings()
    publication = without_broken_entries(report)
    if publication is None:
        click.echo(_CANNOT_LEAVE_OUT, err=True)
        leave_with_findings()
    return publication


def show_note(note: str) -> None:
    """Print a note for the owners of the catalog, if there is one."""
    if note:
        click.echo(f"Note: {note}", err=True)


def _show_lost_addresses(report: Report) -> None:
    """Print the warnings about published pages that won't be there afterward."""
    if lost := tuple(each for each in report.diagnostics if each.name == _LOST_ADDRESS):
        show_report(replace(report, diagnostics=lost))


def _show_option(report: Report, settings: Settings, rules: Mapping[str, Rule] | None) -> None:
    """Print which option would let entries without some keys be published, if that helps."""
    if not _ABOUT_REQUIRED_KEYS & {each.name for each in report.diagnostics}:
        return
    relaxed = _check(settings.model_copy(update={"required": ()}), rules)
    errors = report.count(Severity.ERROR)
    solved = errors - relaxed.count(Severity.ERROR)
    roots = (entry.source.root for entry in relaxed.publication.catalog.entries)
    written = [root.by_key.keys() for root in roots if root]
    ways = {"applications": {*report.publication.catalog.entry_model.ways_in()}}
    kept = [
        key for key in settings.required if all(ways.get(key, {key}) & keys for keys in written)
    ]
    if solved > 0:
        click.echo(
            f"Hint: {solved:,} of {quantity(errors, 'error')} are about keys that a catalog "
            "doesn't have to require. To publish entries without them, write this line under "
            f"the plugin `catalog` in {settings.configuration}:\n  required: [{', '.join(kept)}]",
            err=True,
        )


def _check(settings: Settings, rules: Mapping[str, Rule] | None) -> Report:
    with Progress("Checking") as progress:
        return check(settings, rules=rules, progress=progress)
