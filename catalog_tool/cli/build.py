"""``catalog build``: build the whole static site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

import catalog_tool
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._publishing import check_for_publishing, show_note
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.option_values import Engine
from catalog_tool.site.errors import require_site
from catalog_tool.text.phrases import quantity
from catalog_tool.text.terminal import visible

SECTION = "publishing"

_FAULTS_SHOWN = 20

_EPILOG = """\b
Examples:
  catalog build                    into site/
  catalog build --out public       into public/
  catalog build --engine zensical  with the successor of Material for MkDocs
  catalog build --quarantine       in an emergency: without broken entries

Only one build at a time can write to a folder. The same entries always give the same bytes: two
sites are equal if their .catalog-files.json files are equal.
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder for the site. [default: site, next to mkdocs.yml]",
)
@click.option(
    "--quarantine",
    is_flag=True,
    help="Leave out entries with errors, build the rest, and still exit with 1.",
)
@click.option(
    "--engine",
    type=click.Choice(get_args(Engine)),
    help="What builds the site. [default: the option `engine` in mkdocs.yml, or mkdocs]",
)
def command(*, out: Path | None, quarantine: bool, engine: Engine | None) -> None:
    """Check the entries, then build the whole site.

    The new site is audited before it replaces the existing one: every page is read as a browser
    reads it, and all lists of partners must agree. If anything fails, the existing site is left
    unchanged.

    With --quarantine, one broken entry doesn't hold up the others. The home page and the catalog
    name the entries that are left out, and their own pages say that they are temporarily
    unavailable. Errors anywhere else, for example in the vocabulary, still stop the build.
    """
    require_site()
    settings = current_settings()
    if engine:
        settings = settings.model_copy(update={"engine": engine})
    folder = catalog_tool.output_folder(settings, "site", out)
    publication = check_for_publishing(settings, quarantine=quarantine)
    try:
        catalog_tool.build(publication, folder)
    except catalog_tool.AuditError as error:
        _show_faults(error.faults, error.hint)
        leave_with_findings()
    show_note(catalog_tool.missing_history_note(settings))
    click.echo(f"The site is in {folder.as_posix()}.")
    if publication.withheld:
        _name_withheld(publication)
        leave_with_findings()


def _name_withheld(publication: catalog_tool.Publication) -> None:
    """Print which entries the site leaves out. Their errors have been printed already."""
    count = quantity(len(publication.withheld), "partner file")
    click.echo(f"It leaves out {count} with errors, and says so:", err=True)
    for entry in publication.withheld:
        click.echo(f"  {visible(entry.path)}", err=True)


def _show_faults(faults: tuple[str, ...], hint: str) -> None:
    """Print why the new site was discarded."""
    click.echo("Error: The new site failed the audit, so it was discarded.", err=True)
    shown = [*_by_message(faults)]
    for fault in shown[:_FAULTS_SHOWN]:
        click.echo(f"       {visible(fault)}", err=True)
    if len(shown) > _FAULTS_SHOWN:
        click.echo(f"       and {len(shown) - _FAULTS_SHOWN:,} more", err=True)
    first, *lines = map(visible, hint.splitlines())
    click.echo("\n".join([f"Hint: {first}", *lines]), err=True)


def _by_message(faults: tuple[str, ...]) -> Iterator[str]:
    """Yield each fault once, with its first file and the number of the others that have it."""
    files: dict[str, list[str]] = {}
    for path, _, message in (fault.partition(": ") for fault in faults):
        files.setdefault(message, []).append(path)
    for message, paths in files.items():
        others = f" and {quantity(len(paths) - 1, 'other file')}" if paths[1:] else ""
        yield f"{paths[0]}{others}: {message}"
