"""``catalog review``: review a pull request without checking it out."""

from __future__ import annotations

import os
from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun, leave_with_findings
from catalog_tool.cli._format import format_option
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import settings_for_commits
from catalog_tool.contributions.review.report import document, review_object
from catalog_tool.linter.reporters import FORMATS

SECTION = "admins"
BODY_VARIABLE = "CATALOG_PULL_REQUEST_BODY"
_MOST_BYTES = 1024 * 1024  # of a description: sixteen times what GitHub accepts

_EPILOG = """\b
Examples:
  catalog review main topic --author contoso-anna
  catalog review main topic --author contoso-anna --body-file body.md
  catalog review main topic --author contoso-anna --format json

Verdicts in JSON: conflict, ready, verify, mistakes, needs-admin, needs-maintainer, code, unchanged

Exit codes: 0 nothing to fix (somebody may still have to approve), 1 mistakes found, 2 the command
could not run.
"""


@click.command(epilog=_EPILOG)
@click.argument("base")
@click.argument("head")
@click.option("--author", required=True, metavar="LOGIN", help="GitHub login of the author.")
@click.option(
    "--body-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"File with the description of the pull request. [default: ${BODY_VARIABLE}, if set]",
)
@click.option(
    "--proofs",
    "proofs_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File that `catalog links --proofs BASE HEAD --format json` wrote.",
)
@format_option(FORMATS, "How to show the review.", finds_problems=True)
@click.option(
    "--summary",
    "summary_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also append the review to this file, as Markdown.",
)
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    base: str,
    head: str,
    author: str,
    body_file: Path | None,
    proofs_file: Path | None,
    format_name: str,
    summary_file: Path | None,
) -> None:
    """Review a pull request without checking it out.

    Run it in a checkout of the branch that the pull request goes to, because the settings, the
    rules, and the maintainers of entries come from there. Without an mkdocs.yml, for example in a
    bare repository, the entries are expected in partners/, and nobody is an admin.

    BASE is the commit to merge into, and HEAD is the last commit of the pull request. Fetch both
    first. Nothing from HEAD is run, written, or trusted. What is judged is the merge that Git would
    make, compared with BASE.

    The review fails if the pull request has conflicts with BASE, has errors in entries that it
    changes or breaks, changes entries together with other files, edits generated files, or leaves
    boxes of the template unchecked. Without a description, as in a merge queue, the boxes are
    ignored. If the author isn't a maintainer of a changed entry, the review doesn't fail: it calls
    for a label, and for approval by the maintainers. An admin has to approve new entries, changes
    of names, domains, and maintainers, and everything outside the folder of the partners.
    """
    settings = settings_for_commits()
    proofs = catalog_tool.read_proofs(proofs_file) if proofs_file else None
    request = catalog_tool.PullRequest(base, head, author, _description(body_file))
    try:
        with Progress("Reading") as progress:
            review = catalog_tool.review(settings, request, progress, proofs)
    except catalog_tool.GitError as error:
        hint = "Fetch both commits with their full history, then try again."
        raise CannotRun(error.message, error.hint or hint) from error
    show(review, format_name, document, review_object)
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
