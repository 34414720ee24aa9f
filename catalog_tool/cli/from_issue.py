"""``catalog from-issue``: the entry that somebody has filled in as an issue."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import click

import catalog_tool
from catalog_tool.cli._format import format_option
from catalog_tool.cli._outcome import CannotRun, leave_with_findings
from catalog_tool.cli._reporting import wants_colour
from catalog_tool.cli._settings import current_settings
from catalog_tool.contributions.issue_form.formats import FORMATS

SECTION = "admins"
BODY_VARIABLE = "CATALOG_ISSUE_BODY"
_MOST_BYTES = 1024 * 1024  # of an issue: sixteen times what GitHub takes

_EPILOG = """\b
Examples:
  catalog from-issue --body-file issue.md                    show the entry
  catalog from-issue --format json --into partners > out.json
  catalog from-issue --format markdown                       show the reply

\b
JSON has: is_ready, is_form, is_update, id, path, title, body and labels for the pull request, text
(the file), reply (Markdown for the issue) and remarks, each with its field.
Exit codes: 0 the entry is complete, 1 there are mistakes, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--body-file",
    type=click.File("rb"),
    help=f"Text of the issue; - is standard input. [default: what ${BODY_VARIABLE} says]",
)
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the entry into this folder, if there is no mistake.",
)
@format_option(FORMATS, "How to show the outcome.")
def command(body_file: BinaryIO | None, folder: Path | None, format_name: str) -> None:
    """Turn an issue that was written with the form into an entry.

    The form is .github/ISSUE_TEMPLATE/partner.yml, which `catalog publish` makes. The text of the
    issue comes from the environment or from a file, never from the command line, and is a
    stranger's: it is read strictly, and judged by all rules as a file would be. What a machine
    can mend without a judgement is mended. The reply names the fields of the form, not lines.

    An entry of the same name is replaced as a whole. Who opened the issue proves nothing about
    who speaks for the partner, so the pull request then gets a label that asks for agreement.
    """
    settings = current_settings()
    outcome = catalog_tool.judge_issue(settings, _body(body_file), folder)
    if folder and outcome.is_ready:
        place = folder / Path(outcome.path).name
        with catalog_tool.writing(place):
            catalog_tool.replace_text(place, outcome.text, "catalog from-issue")
    click.echo(FORMATS[format_name](outcome, settings), nl=False, color=wants_colour())
    if not outcome.is_ready:
        leave_with_findings()


def _body(file: BinaryIO | None) -> str:
    if file is not None:
        return file.read(_MOST_BYTES).decode(errors="replace")
    stated = os.environ.get(BODY_VARIABLE)
    if stated is None:
        hint = f"Name a file with --body-file, or set {BODY_VARIABLE}."
        raise CannotRun("There is no text of an issue.", hint)
    return os.fsencode(stated).decode(errors="replace")
