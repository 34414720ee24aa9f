"""``catalog serve``: preview the site."""

from __future__ import annotations

import errno
import logging

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._publishing import check_for_publishing
from catalog_tool.cli._settings import current_settings
from catalog_tool.site.errors import BuildError, errors_of_owner, require_site
from catalog_tool.text.terminal import visible

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

    logging.getLogger("mkdocs").addHandler(_Messages())
    logging.getLogger("mkdocs.livereload").setLevel(logging.INFO)  # it says the address
    try:
        with errors_of_owner(settings.root):
            serve(
                config_file=str(settings.root / settings.configuration),
                dev_addr=f"127.0.0.1:{port}",
                livereload=True,
            )
    except (BuildError, MkDocsException) as error:
        reason = error.reason if isinstance(error, BuildError) else error
        raise CannotRun(f"The preview could not be built: {reason}") from error
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        hint = "Choose another one with --port, or stop the program that uses it."
        raise CannotRun(f"Port {port} is already in use.", hint) from error


class _Messages(logging.Handler):
    """Shows where the preview is, and warnings, because a strict build stops without saying why."""

    def emit(self, record: logging.LogRecord) -> None:
        """Show a warning, or the address once the preview can be opened."""
        said = record.getMessage()
        if record.levelno >= logging.WARNING:
            click.echo("\n".join(map(visible, said.splitlines())), err=True)
        elif " Serving on " in said:
            address = said.rpartition(" ")[2]
            click.echo(f"The preview is at {address}\nPress Ctrl-C to stop.")
