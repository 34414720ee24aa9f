"""``catalog build``: the whole static site."""

from __future__ import annotations

from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._extra import require_site
from catalog_tool.cli._outcome import leave_with_findings
from catalog_tool.cli._publishing import checked_publication, quarantined_publication
from catalog_tool.cli._settings import current_settings
from catalog_tool.text.phrases import quantity
from catalog_tool.text.terminal import visible

SECTION = "publishing"

_FAULTS_SHOWN = 20

_EPILOG = """\b
Examples:
  catalog build                    into site/
  catalog build --out public       into public/
  catalog build --quarantine       in need: without the entries that have errors

\b
One build at a time writes a folder. The same entries give the same bytes: two builds
are equal if their files .catalog-files.json are.
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the site. [default: site, beside mkdocs.yml]",
)
@click.option(
    "--quarantine",
    is_flag=True,
    help="Leave entries with errors out, publish the rest, and still exit with 1.",
)
def command(*, out: Path | None, quarantine: bool) -> None:
    """Build the whole site, once the entries are right.

    The finished site is audited: each page is read as a browser reads it, and all lists of
    partners must agree. The old site stays as it is until then, and whenever anything is wrong.

    With --quarantine one broken entry does not hold up the others: the home page and the catalog
    name the entries that are left out, and their own pages say that they are being mended. Errors
    of anything else, such as the vocabulary, still keep the old site.
    """
    require_site()
    settings = current_settings()
    publication = (quarantined_publication if quarantine else checked_publication)(settings)
    folder = out or settings.root / "site"
    try:
        catalog_tool.build(publication, folder)
    except catalog_tool.AuditError as error:
        _show_faults(error.faults)
        leave_with_findings()
    if note := catalog_tool.missing_note(publication):
        click.echo(f"Note: {note}", err=True)
    click.echo(f"The site is in {folder}.")
    if publication.left_out:
        _name_left_out(publication)
        leave_with_findings()


def _name_left_out(publication: catalog_tool.Publication) -> None:
    """Say which entries the site is without; the errors themselves have been shown."""
    count = quantity(len(publication.left_out), "partner file")
    click.echo(f"It is without {count}, which the pages tell of:", err=True)
    for entry in publication.left_out:
        click.echo(f"  {visible(entry.path)}", err=True)


def _show_faults(faults: tuple[str, ...]) -> None:
    """Say why a site that was built is not published."""
    click.echo("Error: The finished site is not what it should be, so it is not used.", err=True)
    for fault in faults[:_FAULTS_SHOWN]:
        click.echo(f"       {visible(fault)}", err=True)
    if len(faults) > _FAULTS_SHOWN:
        click.echo(f"       and {len(faults) - _FAULTS_SHOWN:,} more", err=True)
    click.echo(
        "Hint: If you changed the theme, mkdocs.yml or a page in docs/, take that back or see"
        " SECURITY.md. If not, please report this.",
        err=True,
    )
