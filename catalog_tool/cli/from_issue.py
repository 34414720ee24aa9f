"""``catalog from-issue``: turn a filled-in issue form into an entry."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun, leave_with_findings
from catalog_tool.cli._format import format_option
from catalog_tool.cli._reporting import wants_color
from catalog_tool.cli._settings import current_settings
from catalog_tool.contributions.issue_form.formats import FORMATS

SECTION = "admins"
BODY_VARIABLE = "CATALOG_ISSUE_BODY"
_MOST_BYTES = 1024 * 1024  # of an issue: sixteen times what GitHub accepts

_EPILOG = """\b
Examples:
  catalog from-issue --body-file issue.md                    the entry
  catalog from-issue --format json --into partners > out.json
  catalog from-issue --format markdown                       the reply

\b
Keys of the JSON output:
  is_ready, is_form, is_update, id, path
  title, body, labels   for the pull request
  text                  the file
  reply                 the reply to the issue, in Markdown
  remarks               the problems, each with its field

Exit codes: 0 the entry is complete, 1 it has mistakes, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option(
    "--body-file",
    type=click.File("rb"),
    help=f"Text of the issue; - reads standard input. [default: ${BODY_VARIABLE}]",
)
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the entry into this folder, if it has no mistakes.",
)
@format_option(FORMATS, "How to show the result.")
def command(body_file: BinaryIO | None, folder: Path | None, format_name: str) -> None:
    """Turn a filled-in issue form into an entry.

    The form is .github/ISSUE_TEMPLATE/partner.yml, which `catalog publish` generates. The text of
    the issue comes from the environment or from a file, never from the command line. It isn't
    trusted: it is read strictly and checked by all rules, like a file. Safe fixes are applied. The
    reply names fields of the form instead of lines.

    An existing entry of the same name is replaced completely. Anyone can open an issue, so the pull
    request then gets a label that asks a maintainer or an admin to approve it.
    """
    settings = current_settings()
    result = catalog_tool.judge_issue(settings, _body(body_file), folder)
    if folder and result.is_ready:
        place = folder / Path(result.path).name
        with catalog_tool.writing(place):
            catalog_tool.replace_text(place, result.text, "catalog from-issue")
    click.echo(FORMATS[format_name](result, settings), nl=False, color=wants_color())
    if not result.is_ready:
        leave_with_findings()


def _body(file: BinaryIO | None) -> str:
    if file is not None:
        return file.read(_MOST_BYTES).decode(errors="replace")
    body = os.environ.get(BODY_VARIABLE)
    if body is None:
        hint = f"Pass a file with --body-file, or set {BODY_VARIABLE}."
        raise CannotRun("The text of the issue is missing.", hint)
    return os.fsencode(body).decode(errors="replace")
