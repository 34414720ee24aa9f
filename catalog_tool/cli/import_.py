"""``catalog import``: turn a list that was kept in another way into one file per partner."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._collection import without_collection
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._format import format_option
from catalog_tool.cli._import_report import document, facts, is_complete
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import nearby_settings
from catalog_tool.importers import choices
from catalog_tool.linter.reporters import FORMATS
from catalog_tool.model.error import CatalogError
from catalog_tool.text.ordering import same_key

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
  - name: Contoso                          objects in YAML, JSON, or TOML,
    website: https://www.contoso.com       front matter, rows in CSV or TSV

In a folder, each file is read, such as one page per partner. Hidden files and links are skipped.

--columns takes the keys of an entry: name, website, contact, description, applications, links ...,
and the fields of the catalog.

\b
Examples:
  catalog import list.md --dry-run              show the entries first
  catalog import list.md                        one file per partner
  catalog import CATALOG.md --into restored     the entries of a catalog
  catalog import pages/                         a folder with lists
  catalog import isv.csv --columns name=ISV,website=URL

\b
Exit codes:
  0  every fact of every partner has a place
  1  no partner was found, a fact has no place, a list in the folder can't be
     read, or an entry breaks a rule; the entries are written anyway
  2  the list can't be read, has no such column, or a different file exists
"""


@click.command(epilog=_EPILOG)
@click.argument("source", type=click.Path(exists=True, path_type=Path), metavar="FILE|DIR")
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder for the entries; created if it doesn't exist. [default: the folder with the"
    " partner files, or partners if there is no catalog here]",
)
@click.option(
    "--from",
    "list_format",
    type=click.Choice(sorted(choices.FORMATS)),
    help="Format of the list; Markdown can contain HTML. [default: what the text looks like]",
)
@click.option(
    "--columns",
    "columns",
    multiple=True,
    metavar="KEY=COLUMN,...",
    help="Columns of a table, or keys of objects, whose names don't say what they are.",
)
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Show the entries, write nothing.")
@format_option(FORMATS, "How to show the report.")
def command(  # noqa: PLR0913 - one for each option
    source: Path,
    folder: Path | None,
    list_format: str | None,
    columns: tuple[str, ...],
    format_name: str,
    *,
    is_dry_run: bool,
) -> None:
    """Turn a list of partners, or a folder of lists, into one file per partner.

    The report shows what was found, where each line of the list went, what was guessed or changed,
    and what was left out and why. Its last line counts the links and lines. Existing files are
    never overwritten.
    """
    settings = nearby_settings()
    place = folder or (settings.partners_folder if settings else Path("partners"))
    keys = _read_columns(columns)
    with Progress("Importing") as progress:
        chosen = choices.Choices(list_format or "", keys, progress)
        with without_collection():
            imported = catalog_tool.read_lists(source, place, settings, chosen)
        report = catalog_tool.write_import(imported, progress, is_dry_run=is_dry_run)
    show(
        imported,
        format_name,
        lambda files: document(files, report, is_written=not is_dry_run),
        lambda files: facts(files, report),
    )
    if not is_complete(imported, report):
        leave_with_findings()


def _read_columns(options: Iterable[str]) -> dict[str, str]:
    """Return the key by the title of a column, from texts such as ``name=Company,website=URL``.

    Raises:
        CatalogError: a text has another form.
    """
    columns: dict[str, str] = {}
    for pair in (pair for option in options for pair in next(csv.reader([option]), [])):
        key, equals, title = (part.strip() for part in pair.partition("="))
        if not equals or not title:
            hint = "Write KEY=COLUMN, for example name=Company."
            raise CatalogError(f"{pair!r} doesn't name a column.", hint)
        other = next((columns[each] for each in columns if same_key(each) == same_key(title)), key)
        if other != key:
            hint = "Name it once. If it has both, write one of them into the entries yourself."
            raise CatalogError(f"The column {title!r} can't be both {other!r} and {key!r}.", hint)
        columns[title] = key
    return columns
