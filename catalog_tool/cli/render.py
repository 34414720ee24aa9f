"""``catalog render``: the sources of the site, for any engine."""

from __future__ import annotations

from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._extra import require_site
from catalog_tool.cli._publishing import checked_publication
from catalog_tool.cli._settings import current_settings
from catalog_tool.text.phrases import quantity

SECTION = "publishing"

_EPILOG = """\b
Examples:
  catalog render                   into rendered/
  catalog render --out docs-tree   into docs-tree/
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the tree. [default: rendered, beside mkdocs.yml]",
)
def command(out: Path | None) -> None:
    """Write the site's pages as Markdown, its data as JSON.

    The entries are checked first: nothing is written if one has an error.

    Files that are right already are not touched; files of an earlier run that are no longer
    needed are removed.
    """
    require_site()
    settings = current_settings()
    files = catalog_tool.render(checked_publication(settings))
    folder = out or settings.root / "rendered"
    with catalog_tool.writing(folder):
        written = catalog_tool.write_tree(files, folder, "catalog render")
    changes = f"{len(written.changed)} changed, {len(written.removed)} removed"
    click.echo(f"{quantity(len(files), 'file')} in {folder}: {changes}.")
