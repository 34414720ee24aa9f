"""``catalog publish``: write the generated files of the repository."""

from __future__ import annotations

import os
from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._publishing import check_for_publishing
from catalog_tool.cli._settings import current_settings

SECTION = "publishing"
_EPILOG = """\b
Examples:
  catalog publish              write CATALOG.md and the other files
  catalog publish --check      check whether they are up to date
  catalog publish page.md      write the Markdown catalog somewhere else
"""


@click.command(epilog=_EPILOG)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if a file is stale.")
def command(file: Path | None, *, only_check: bool) -> None:
    """Write the Markdown catalog, the JSON Schema, and files for GitHub.

    The files for GitHub are .github/CODEOWNERS, the pull request template, and the issue form for
    partners. They are written only if the settings have `admins` or
    `code_owners`.

    The entries are checked first. If one has an error, nothing is written.

    With FILE, only the Markdown catalog is written, to that file. In a workflow of a fork, nothing
    is written, because the generated files belong in the repository that the settings name.
    """
    settings = current_settings()
    if not (file or only_check) and (elsewhere := _elsewhere(settings)):
        click.echo(elsewhere)
        return
    publication = check_for_publishing(settings, catalog_tool.rules_for_publishing(settings))
    if only_check:
        _refuse_stale(publication, file)
        changed: tuple[Path, ...] = ()
    else:
        changed = catalog_tool.publish(publication, file)
    for path in changed:
        click.echo(f"Wrote {path.as_posix()}.")
    if not changed:
        click.echo("All generated files are up to date.")


def _elsewhere(settings: catalog_tool.Settings) -> str:
    """Return a notice if this workflow runs in another repository than the catalog's, or ``""``."""
    here, own = os.environ.get("GITHUB_REPOSITORY", ""), settings.repository.rstrip("/")
    is_here = f"/{own}".lower().endswith(f"/{here}".lower())
    if os.environ.get("GITHUB_ACTIONS") != "true" or not (here and own) or is_here:
        return ""
    return (
        f"::notice::Nothing was published, because this is {here} and the repository in"
        f" {settings.configuration} is {own}. If the catalog has moved, update `repository`."
    )


def _refuse_stale(publication: catalog_tool.Publication, file: Path | None) -> None:
    stale = catalog_tool.stale_files(*catalog_tool.files_to_publish(publication, file))
    for path in stale:
        click.echo(f"{path.as_posix()} is out of date. Run `catalog publish`.")
    if stale:
        leave_with_findings()
