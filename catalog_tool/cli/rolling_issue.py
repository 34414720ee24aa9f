"""``catalog rolling-issue``: one issue that is kept up to date."""

from __future__ import annotations

import os
from typing import BinaryIO

import click

import catalog_tool

SECTION = "admins"

_EPILOG = """\b
Examples, in a workflow that runs on a schedule:
  catalog freshness --format markdown > report.md
  catalog rolling-issue --label freshness --title "Due for renewal" --file report.md

\b
Write the report to a file first: one that could not be made is empty too, and would close the
issue. Go on only if the command before ended with 0 or 1.

\b
The environment says which repository, and who asks: see catalog comment --help.
Exit codes: 0 done, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option("--label", required=True, help="The label that the issue is found by.")
@click.option("--title", required=True, help="Title of the issue.")
@click.option(
    "--file",
    "source",
    type=click.File("rb"),
    default="-",
    help="What the issue says, as Markdown. [default: standard input]",
)
def command(label: str, title: str, source: BinaryIO) -> None:
    """Keep one issue that says how things are.

    The issue is opened when there is something to say, gets the newest text, and is closed when
    the text is empty. Only an issue that was opened by this command's own login is touched.
    """
    text = source.read().decode(errors="replace")
    forge = catalog_tool.Forge.from_environment(os.environ)
    done = catalog_tool.put_issue(forge, label, title, text)
    click.echo(f"Issue: {done}.")
