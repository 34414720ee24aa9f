"""``catalog freshness``: list the attestations that are due for renewal."""

from __future__ import annotations

import datetime as dt

import click

import catalog_tool
from catalog_tool.cli._format import format_option
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._renewals import document, facts
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import current_settings
from catalog_tool.linter.reporters import FORMATS

SECTION = "admins"

_EPILOG = """\b
Examples:
  catalog freshness                        what is due today
  catalog freshness --today 2027-06-30     what will be due then
  catalog freshness --format markdown      the report as the text of an issue

An attestation is due for renewal after 12 months and stale after 18 months, unless the option
`freshness` of the catalog says otherwise. The site shows this next to the partner. An entry without
a date is listed as many months after its last change in Git, or always if Git doesn't know it. If
nothing is due, the Markdown report is empty, so `catalog rolling-issue` closes the issue.

Exit codes: 0 the report is complete, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@format_option(FORMATS, "How to show what is due.")
@click.option(
    "--today",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day of the report. [default: today in UTC, or $SOURCE_DATE_EPOCH]",
)
def command(format_name: str, day: dt.datetime | None) -> None:
    """List the partners whose integration should be tested again.

    The report is based on `tested_on` in each entry. An old date doesn't fail the check or change
    the order of the catalog. Only the partner can renew it.
    """
    settings = current_settings()
    with Progress("Reading") as progress:
        catalog = catalog_tool.load_catalog(settings, progress).catalog
    changed_on = catalog_tool.change_days(settings)
    due = catalog_tool.renewals_due(catalog, changed_on, day.date() if day else None)
    show(due, format_name, document, facts)
