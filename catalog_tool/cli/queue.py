"""``catalog queue``: ask GitHub which pull requests wait, for a page of the site."""

from __future__ import annotations

import os

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.queue import QUEUE_FILE
from catalog_tool.text.phrases import quantity

SECTION = "admins"

_EPILOG = f"""\b
Example, in the workflow that publishes:
  catalog queue
  catalog build

The environment variables are the same as for `catalog comment`; see its --help. The token only has
to read pull requests and statuses. The list is in {QUEUE_FILE}, next to mkdocs.yml. Without
that file, the site has no such page. At most 100 pull requests are listed; the rest are counted.

Exit codes: 0 done, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
def command() -> None:
    """Ask GitHub which pull requests wait, since when, and for whom.

    `catalog build` makes a public page of the answer, and `catalog digest` reports it.
    """
    settings = current_settings()
    if settings.forge == "none":
        hint = "Without GitHub, the site has no page of waiting pull requests."
        raise CannotRun(f"{settings.configuration} says 'forge: none'.", hint)
    forge = catalog_tool.Forge.from_environment(os.environ)
    queue = catalog_tool.read_queue(forge, settings.branch)
    path = settings.root / QUEUE_FILE
    with catalog_tool.writing(path):
        catalog_tool.replace_text(path, f"{queue.model_dump_json(indent=1)}\n", "catalog queue")
    waiting = quantity(len(queue.pulls) + queue.more, "pull request")
    click.echo(
        f"{waiting} {'waits' if waiting.startswith('1 ') else 'wait'}. Wrote {path.as_posix()}."
    )
