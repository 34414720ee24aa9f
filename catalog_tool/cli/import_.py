"""``catalog import``: turn a page that was edited by hand into one file per partner."""

from __future__ import annotations

from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._format import format_option
from catalog_tool.cli._import_report import document, facts, is_complete
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import nearby_settings
from catalog_tool.linter.reporters import FORMATS

SECTION = "admins"

_EPILOG = """\b
Examples:
  catalog import partners.md --into partners    one file per partner
  catalog import CATALOG.md --into restored     the entries of a catalog

\b
Exit codes:
  0  every fact of every partner has a place
  1  no partner was found, a fact has no place, or an entry breaks a rule;
     the entries are written anyway
  2  the page can't be read, or a different file already exists
"""


@click.command(epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="Folder for the entries, such as partners; created if it doesn't exist.",
)
@format_option(FORMATS, "How to show the report.")
def command(file: Path, folder: Path, format_name: str) -> None:
    """Turn a Markdown page into one file per partner.

    The report says where each line of FILE went, what was changed, and what was left out and why.
    Nothing is dropped silently. Existing files are never overwritten.
    """
    imported, report = catalog_tool.import_catalog(file, folder, nearby_settings())
    show(
        imported,
        format_name,
        lambda files: document(files, report),
        lambda files: facts(files, report),
    )
    if not is_complete(imported, report):
        leave_with_findings()
