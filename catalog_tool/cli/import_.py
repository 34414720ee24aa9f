"""``catalog import``: turn a list that was kept in another way into one file per partner."""

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
What repeats with the same shape is a partner:
  ## Contoso                               a heading with labeled lines:
     Website: https://www.contoso.com      website, contact, applications ...
  - [Contoso](https://www.contoso.com)     a list of links, or of names with
                                           labels in a list below
  | Company | Contact |                    a table, in Markdown or HTML
  **Contoso** connects ...                 paragraphs that start with a name
  <a href="..."><img alt="Contoso"></a>    linked logos
  - name: Contoso                          objects in YAML or JSON, or
    website: https://www.contoso.com       rows in CSV or TSV

\b
Examples:
  catalog import list.md --into partners --dry-run    show the entries first
  catalog import list.md --into partners              one file per partner
  catalog import CATALOG.md --into restored           the entries of a catalog

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
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Show the entries, write nothing.")
@format_option(FORMATS, "How to show the report.")
def command(file: Path, folder: Path, format_name: str, *, is_dry_run: bool) -> None:
    """Turn a list of partners into one file per partner.

    The report shows what was found, where each line of FILE went, what was guessed or changed, and
    what was left out and why. Its last line counts the links and lines. Existing files are never
    overwritten.
    """
    settings = nearby_settings()
    imported, report = catalog_tool.import_catalog(file, folder, settings, is_dry_run=is_dry_run)
    show(
        imported,
        format_name,
        lambda files: document(files, report),
        lambda files: facts(files, report),
    )
    if not is_complete(imported, report):
        leave_with_findings()
