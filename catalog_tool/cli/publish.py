"""``catalog publish``: the one published Markdown catalog."""

from __future__ import annotations

import os
from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._outcome import leave_with_findings
from catalog_tool.cli._publishing import checked_publication
from catalog_tool.cli._settings import current_settings

SECTION = "publishing"
_EPILOG = """\b
Examples:
  catalog publish              write CATALOG.md, the JSON Schema and what GitHub reads
  catalog publish --check      only say whether they are up to date
  catalog publish page.md      write the Markdown catalog somewhere else
"""


@click.command(epilog=_EPILOG)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if it is stale.")
def command(file: Path | None, *, only_check: bool) -> None:
    """Write the one Markdown catalog, and the JSON Schema.

    If the settings name `admins`, also what GitHub reads: .github/CODEOWNERS, the template of pull
    requests and the form for partners without Git.

    The entries are checked first: nothing is written if one has an error.

    With FILE, only the Markdown catalog is written, to that file. In a workflow of a fork nothing
    is written: what is generated belongs to the repository that the settings name.
    """
    settings = current_settings()
    if not (file or only_check) and (elsewhere := _elsewhere(settings)):
        click.echo(elsewhere)
        return
    publication = checked_publication(settings, catalog_tool.rules_for_publishing())
    if only_check:
        _refuse_stale(publication, file)
        changed: tuple[Path, ...] = ()
    else:
        changed = catalog_tool.publish(publication, file)
    for path in changed:
        click.echo(f"Wrote {path}.")
    if not changed:
        click.echo("Everything published is up to date.")


def _elsewhere(settings: catalog_tool.Settings) -> str:
    """Say that this workflow runs in another repository than the catalog's own; else nothing."""
    here, own = os.environ.get("GITHUB_REPOSITORY", ""), settings.repository.rstrip("/")
    is_here = f"/{own}".lower().endswith(f"/{here}".lower())
    if os.environ.get("GITHUB_ACTIONS") != "true" or not (here and own) or is_here:
        return ""
    return (
        f"::notice::Nothing is published here, in {here}: {settings.configuration} has"
        f" {own} as its repository. If the catalog has moved, change it there."
    )


def _refuse_stale(publication: catalog_tool.Publication, file: Path | None) -> None:
    stale = catalog_tool.stale_files(catalog_tool.files_to_publish(publication, file))
    for path in stale:
        click.echo(f"{path} is out of date: run `catalog publish`.")
    if stale:
        leave_with_findings()
