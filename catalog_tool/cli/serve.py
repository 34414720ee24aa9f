"""``catalog serve``: preview the site."""

from __future__ import annotations

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._publishing import check_for_publishing
from catalog_tool.cli._settings import current_settings
from catalog_tool.site.errors import require_site

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
    help="Local port of the preview.",
)
def command(port: int) -> None:
    """Preview the site while you write.

    The browser reloads the page when a partner file changes. Press Ctrl-C to stop.
    """
    require_site()
    settings = current_settings()
    catalog_tool.documentation_folder(settings)
    check_for_publishing(settings)
    from mkdocs.commands.serve import serve  # noqa: PLC0415 - slow, and not needed for the help
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    try:
        serve(
            config_file=str(settings.root / settings.configuration),
            dev_addr=f"127.0.0.1:{port}",
            livereload=True,
        )
    except MkDocsException as error:
        raise CannotRun(f"The preview could not be built: {error}") from error
