"""``catalog review``: a pull request judged as data."""

from __future__ import annotations

import os
from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._format import format_option
from catalog_tool.cli._outcome import CannotRun, leave_with_findings
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import current_settings
from catalog_tool.contributions.review.report import document, facts
from catalog_tool.linter.reporters import FORMATS

SECTION = "admins"
BODY_VARIABLE = "CATALOG_PULL_REQUEST_BODY"
_MOST_BYTES = 1024 * 1024  # of a description: sixteen times what GitHub takes

_EPILOG = """\b
Examples:
  catalog review main topic --author contoso-anna
  catalog review "$BASE" "$HEAD" --author "$LOGIN" --body-file body.md --summary "$FILE"
  catalog review main topic --author contoso-anna --format json

\b
Verdicts in JSON: ready, mistakes, needs-admin, needs-maintainer, code, unchanged.
Exit codes: 0 nothing to mend (it may wait for somebody to agree), 1 mistakes, 2 cannot run.
"""


@click.command(epilog=_EPILOG)
@click.argument("base")
@click.argument("head")
@click.option("--author", required=True, metavar="LOGIN", help="Who opened the pull request.")
@click.option(
    "--body-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Description of the pull request. [default: what ${BODY_VARIABLE} says, if it is set]",
)
@format_option(FORMATS, "How to show the review.", judges=True)
@click.option(
    "--summary",
    "summary_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also add the review as Markdown to the end of this file.",
)
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    base: str,
    head: str,
    author: str,
    body_file: Path | None,
    format_name: str,
    summary_file: Path | None,
) -> None:
    """Judge a pull request without checking it out.

    Run it in a checkout of the branch that the pull request goes to: the settings, the rules and
    the maintainers of entries are those of that branch. BASE is the commit to merge into and HEAD
    the last commit of the pull request. Both must be in the repository (git fetch); nothing of
    HEAD is run, written, or taken at its word. What counts is what changed since HEAD left BASE.

    What fails: errors in entries that it changes or breaks, entries mixed with other files,
    generated files edited by hand, and boxes of the template that are not ticked. Without a
    description, as in a merge queue, the boxes are not looked at. An author who is not among the
    maintainers of an entry fails nothing: the review asks for a label and for their word.
    """
    settings = current_settings()
    request = catalog_tool.PullRequest(base, head, author, _description(body_file))
    try:
        with Progress("Reading") as progress:
            review = catalog_tool.review(settings, request, progress)
    except catalog_tool.GitError as error:
        hint = "Fetch both commits with their history, then ask again."
        raise CannotRun(error.message, hint) from error
    show(review, format_name, document, facts)
    if summary_file:
        _add_summary(review, summary_file)
    if review.fails:
        leave_with_findings()


def _description(body_file: Path | None) -> str | None:
    if body_file is None:
        return os.environ.get(BODY_VARIABLE)
    with body_file.open("rb") as file:
        return file.read(_MOST_BYTES).decode(errors="replace")


def _add_summary(review: catalog_tool.Review, path: Path) -> None:
    from catalog_tool.contributions.review.report import MOST_OF_SUMMARY  # noqa: PLC0415 - rarely
    from catalog_tool.linter.reporters.markdown import write  # noqa: PLC0415 - as above

    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(write(document(review), MOST_OF_SUMMARY))
