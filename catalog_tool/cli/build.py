"""``catalog build``: the whole static site."""

from __future__ import annotations

from pathlib import Path

import click

from catalog_tool import pipeline
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._publishing import checked_publication
from catalog_tool.cli._settings import current_settings
from catalog_tool.cli._writing import told_if_not_written

SECTION = "publishing"

_EPILOG = """\b
Examples:
  catalog build                    into site/
  catalog build --out public       into public/
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the site. [default: site, beside mkdocs.yml]",
)
def command(out: Path | None) -> None:
    """Build the whole site, once the entries are right.

    The old site stays as it is until the new one is complete, and whenever anything is wrong.
    """
    settings = current_settings()
    publication = checked_publication(settings)
    folder = out or settings.root / "site"
    try:
        with told_if_not_written(folder):
            pipeline.build(publication, folder)
    except pipeline.BuildError as error:
        raise CannotRun(f"The site could not be built.\n{error}") from error
    click.echo(f"The site is in {folder}.")
