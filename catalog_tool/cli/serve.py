"""``catalog serve``: the site while one is writing."""

from __future__ import annotations

import click

import catalog_tool
from catalog_tool.cli._extra import require_site
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._publishing import checked_publication
from catalog_tool.cli._settings import current_settings

SECTION = "publishing"

_EPILOG = """\b
Examples:
  catalog serve                 open http://127.0.0.1:8000/ in a browser
  catalog serve --port 8080
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Port of this computer that the preview answers on.",
)
def command(port: int) -> None:
    """Preview the site while you write.

    The browser reloads whenever a partner file changes. Ctrl-C ends the preview.
    """
    require_site()
    settings = current_settings()
    catalog_tool.documentation_folder(settings)
    checked_publication(settings)
    from mkdocs.commands.serve import serve  # noqa: PLC0415 - slow, and `catalog --help` is not
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    try:
        serve(
            config_file=str(settings.root / settings.configuration),
            dev_addr=f"127.0.0.1:{port}",
            livereload=True,
        )
    except MkDocsException as error:
        raise CannotRun(f"The preview could not be built: {error}") from error
