"""``catalog propose``: open a pull request for an issue form, and reply to the issue."""

from __future__ import annotations

import json
import os
from typing import Any, BinaryIO

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._settings import current_settings
from catalog_tool.text.terminal import visible

SECTION = "admins"

_MOST_BYTES = 4 * 1024 * 1024
_HINT = "It must be the output of `catalog from-issue --format json`."
_EPILOG = """\b
Example, in a workflow that runs when an issue is opened or edited:
  catalog from-issue --format json > out.json
  catalog propose --issue "$NUMBER" --file out.json

The environment variables are the same as for `catalog comment`; see its --help.

Exit codes: 0 done, or nothing to do; 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option("--issue", required=True, type=click.IntRange(min=1), help="Number of the issue.")
@click.option(
    "--file",
    "source",
    type=click.File("rb"),
    default="-",
    help="Output of `catalog from-issue --format json`. [default: standard input]",
)
def command(issue: int, source: BinaryIO) -> None:
    """Open a pull request with the output of `catalog from-issue`.

    Run it in a checkout of the branch that pull requests go to. A complete entry is committed on
    top of that branch and pushed to a new branch for the pull request. If the issue is edited
    later, the same pull request is updated. One comment on the issue links to the pull request, or
    says what is left to fix. Issues that are closed or don't use the form are ignored.

    GitHub starts no workflow for what a workflow pushed, so the pull request is also reviewed, as
    by `catalog comment`.
    """
    settings, result = current_settings(), _read(source)
    if not result["is_form"]:
        click.echo("The issue doesn't use the form, so there is nothing to do.")
        return
    forge = catalog_tool.Forge.from_environment(os.environ)
    done = catalog_tool.propose_entry(forge, settings, issue, result)
    if done.attempt is None:
        click.echo("Replied to the issue." if done.reply else "The issue is closed.")
        return
    click.echo(f"Proposed as #{done.attempt.number}.")
    if done.attempt.error:
        raise CannotRun(f"The review did not finish: {visible(done.attempt.error)}")


def _read(source: BinaryIO) -> dict[str, Any]:
    try:
        result = json.loads(source.read(_MOST_BYTES))
    except ValueError as error:
        raise CannotRun("The input isn't valid JSON.", _HINT) from error
    if not isinstance(result, dict) or result.get("version") != 1:
        raise CannotRun("The input has an unknown format.", _HINT)
    return result
