"""``catalog rolling-issue``: keep one issue up to date."""

from __future__ import annotations

import os
from typing import BinaryIO

import click

import catalog_tool

SECTION = "admins"

_EPILOG = """\b
Examples, in a workflow that runs on a schedule:
  catalog freshness --format markdown > report.md
  catalog rolling-issue --label freshness --title "Due" --file report.md

Write the report to a file first, and continue only if that command exited with 0 or 1. If it
failed, its output is empty, and an empty report closes the issue.

The environment variables are the same as for `catalog comment`; see its --help.

Exit codes: 0 done, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option("--label", required=True, help="Label that identifies the issue.")
@click.option("--title", required=True, help="Title of the issue.")
@click.option(
    "--file",
    "source",
    type=click.File("rb"),
    default="-",
    help="Text of the issue, as Markdown. [default: standard input]",
)
@click.option("--renew", is_flag=True, help="Open a new issue if the title has changed.")
def command(*, label: str, title: str, source: BinaryIO, renew: bool) -> None:
    """Keep one issue up to date with a report.

    The issue is opened when there is a report, updated when the report changes, and closed when
    the report is empty. Only issues that this command's own login opened are changed.

    With --renew, a new title closes the issue and opens a new one, so that GitHub notifies the
    people whom it mentions.
    """
    text = source.read().decode(errors="replace")
    forge = catalog_tool.Forge.from_environment(os.environ)
    done = catalog_tool.put_issue(forge, label, title, text, renew=renew)
    click.echo(f"Issue: {done}.")
