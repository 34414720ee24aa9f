"""``catalog freshness``: which attestations are due for renewal."""

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
  catalog freshness                             what is due today
  catalog freshness --today 2027-06-30          what will be due then
  catalog freshness --format markdown | catalog rolling-issue --label freshness --title "Due"

\b
After 12 months an attestation is due for renewal, after 18 it is stale; readers see both beside
the partner. Entries that state no date are counted and left alone. As Markdown it says nothing
at all when nothing is due, so that the rolling issue is closed.
Exit codes: 0 whatever is due, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@format_option(FORMATS, "How to show what is due.")
@click.option(
    "--today",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to judge on. [default: today in UTC, or what SOURCE_DATE_EPOCH says]",
)
def command(format_name: str, day: dt.datetime | None) -> None:
    """Name the partners who should test their integration again.

    It looks at `tested_on` of every entry. What is old fails no check and keeps its place in the
    catalog; only the partner can renew it.
    """
    with Progress("Reading") as progress:
        catalog = catalog_tool.load_catalog(current_settings(), progress).catalog
    due = catalog_tool.renewals_due(catalog, day.date() if day else None)
    show(due, format_name, document, facts)
