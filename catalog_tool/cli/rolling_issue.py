"""``catalog rolling-issue``: one issue that is kept up to date."""

from __future__ import annotations

import os
from typing import BinaryIO

import click

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.text.github_markdown import MOST_CHARACTERS

SECTION = "admins"

_CUT = "\n\nThe rest did not fit here; the log of the workflow has it.\n"

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
    from catalog_tool.contributions.github import Forge, ForgeError, put_issue  # noqa: PLC0415 - not for the help

    text = source.read().decode(errors="replace")
    try:
        done = put_issue(Forge.from_environment(os.environ), label, title, _bounded(text))
    except ForgeError as error:
        raise CannotRun(str(error)) from error
    click.echo(f"Issue: {done}.")


def _bounded(text: str) -> str:
    """Return a text that GitHub takes, cut at the end of a line."""
    if len(text) <= MOST_CHARACTERS:
        return text
    return text[:MOST_CHARACTERS].rpartition("\n")[0] + _CUT
