"""``catalog propose``: what `catalog from-issue` said, as a pull request and an answer."""

from __future__ import annotations

import json
import os
from typing import Any, BinaryIO

import click

import catalog_tool
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._settings import current_settings

SECTION = "admins"

_MOST_BYTES = 4 * 1024 * 1024
_EPILOG = """\b
Example, in a workflow that runs when an issue is opened or edited:
  catalog from-issue --format json > out.json
  catalog propose --issue "$NUMBER" --file out.json

\b
The environment says which repository, and who asks: see catalog comment --help.
Exit codes: 0 done, or nothing to do; 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option("--issue", required=True, type=click.IntRange(min=1), help="Number of the issue.")
@click.option(
    "--file",
    "source",
    type=click.File("rb"),
    default="-",
    help="What `catalog from-issue --format json` said. [default: standard input]",
)
def command(issue: int, source: BinaryIO) -> None:
    """Make a pull request of what `catalog from-issue` said.

    Run it in a checkout of the branch that pull requests go to. A complete entry is committed on
    top of it, pushed to a branch of its own, and proposed; after an edit of the issue the same
    pull request has the new text. One comment on the issue says what came of it, or what is left
    to mend. An issue that was not written with the form is left alone.
    """
    settings, said = current_settings(), _read(source)
    if not said["is_form"]:
        click.echo("The issue was not written with the form: there is nothing to do.")
        return
    forge = catalog_tool.Forge.from_environment(os.environ)
    number = catalog_tool.propose_entry(forge, settings, issue, said)
    click.echo(f"Proposed as #{number}." if number else "Answered what is left to mend.")


def _read(source: BinaryIO) -> dict[str, Any]:
    try:
        said = json.loads(source.read(_MOST_BYTES))
    except ValueError as error:
        hint = "It must be what `catalog from-issue --format json` prints."
        raise CannotRun("The outcome of the issue cannot be read.", hint) from error
    if not isinstance(said, dict) or said.get("version") != 1:
        raise CannotRun("The outcome of the issue has another form than expected.")
    return said
