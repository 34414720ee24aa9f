"""``catalog import``: from a page that was kept by hand to one file for each partner."""

from __future__ import annotations

from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._format import format_option
from catalog_tool.cli._import_report import document, facts, is_complete
from catalog_tool.cli._outcome import leave_with_findings
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import nearby_settings
from catalog_tool.linter.reporters import FORMATS

SECTION = "admins"

_EPILOG = """\b
Examples:
  catalog import partners.md --into partners      one file for each partner on the page
  catalog import CATALOG.md --into restored       the entries that a catalog was published from

\b
Exit codes: 0 every fact of every partner has its place; 1 something has none, or an entry
breaks a rule (it is written all the same); 2 the page cannot be read or a file is in the way.
"""


@click.command(epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="Folder for the entries, such as partners; made if it does not exist.",
)
@format_option(FORMATS, "How to report.")
def command(file: Path, folder: Path, format_name: str) -> None:
    """Turn a Markdown catalog that was kept by hand into one file for each partner.

    The report says which lines of FILE went where in each entry, what was changed on the way, and
    what was left out and why: nothing is dropped silently. Existing files are never overwritten.
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
