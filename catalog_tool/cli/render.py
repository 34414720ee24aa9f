"""``catalog render``: write the sources of the site, for any site generator."""

from __future__ import annotations

from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._publishing import check_for_publishing, show_note
from catalog_tool.cli._settings import current_settings
from catalog_tool.site.errors import require_site
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
    help="Folder for the files. [default: rendered, next to mkdocs.yml]",
)
def command(out: Path | None) -> None:
    """Write the site's pages as Markdown and its data as JSON.

    The entries are checked first. If one has an error, nothing is written.

    Files that are up to date are not touched. Files from an earlier run that are no longer needed
    are removed.
    """
    require_site()
    settings = current_settings()
    folder = catalog_tool.output_folder(settings, "rendered", out)
    files = catalog_tool.render(check_for_publishing(settings))
    with catalog_tool.writing(folder):
        written = catalog_tool.write_tree(files, folder, "catalog render")
    show_note(catalog_tool.missing_history_note(settings))
    changes = f"{len(written.changed)} changed, {len(written.removed)} removed"
    click.echo(f"{quantity(len(files), 'file')} in {folder.as_posix()}: {changes}.")
