"""``catalog comment``: review pull requests, and post the result as a comment and a status."""

from __future__ import annotations

import os
from pathlib import Path

import click

import catalog_tool
from catalog_tool import Forge, PostedReview, Settings
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.domain_proof import DomainProofs
from catalog_tool.text.phrases import quantity
from catalog_tool.text.terminal import visible

SECTION = "admins"

_EPILOG = """\b
Examples, in a workflow that runs with the permissions of the main branch:
  catalog comment --pull "$NUMBER"    after a change of the pull request
  catalog comment --commit "$COMMIT"  after a review of it on GitHub
  catalog comment --all               after a push to the main branch

\b
Environment:
  GITHUB_REPOSITORY  the repository, as owner/name
  GITHUB_TOKEN       a token that can write statuses, issues, pull requests
  GITHUB_API_URL     the address of the API, if GitHub is not github.com
  CATALOG_LOGIN      the login of the token  [default: github-actions[bot]]

Exit codes: 0 every comment is up to date, or there is nothing to do; 2 the command could not run,
or could not review one of the pull requests.
"""


@click.command(epilog=_EPILOG)
@click.option("--pull", "number", type=click.IntRange(min=1), help="Number of a pull request.")
@click.option("--commit", metavar="SHA", help="Last commit of one or more pull requests.")
@click.option(
    "--all", "is_all", is_flag=True, help="All open pull requests that need a new review."
)
@click.option(
    "--proofs",
    "proofs_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --pull: file that `catalog links --proofs BASE HEAD --format json` wrote.",
)
def command(
    *, number: int | None, commit: str | None, is_all: bool, proofs_file: Path | None
) -> None:
    """Post the review of pull requests, with a status for each commit.

    Run it in a checkout of the default branch with its full history. It posts what `catalog review`
    finds. Pull requests are fetched as Git objects. None of their files are checked out or run, and
    the output of their own checks isn't trusted.

    Each pull request has one comment, which is updated in place. The labels that the review calls
    for are added, the other labels of the review are removed, and maintainers are asked to review
    unless it is a draft. If the comment can't show everything, it links the summary of the workflow
    run, which does, or an admin has to approve. The status of the last commit is called
    catalog/review. It is a success only if the pull request can be merged.

    With --all, open pull requests are reviewed if their status is missing, if the main branch has
    changed since, or if somebody has reviewed or edited them since.
    """
    if [number is not None, commit is not None, is_all].count(True) != 1:
        raise CannotRun("Use exactly one of --pull, --commit, and --all.")
    settings = current_settings()
    proofs = _proofs_in(proofs_file) if proofs_file and number else None
    forge = catalog_tool.Forge.from_environment(os.environ)
    if is_all:
        _review_again(forge, settings)
        return
    pulls = [catalog_tool.open_pull(forge, number)] if number else []
    if commit:
        found = catalog_tool.open_pulls(forge, settings.branch)
        pulls = [pull for pull in found if pull.head == commit]
    for pull in filter(None, pulls):
        with Progress("Reading") as progress:
            posted = catalog_tool.review_pull(forge, settings, pull, progress, proofs)
        _show(pull.number, posted)
    if not any(pulls):
        click.echo("No such pull request is open, so there is nothing to do.")


def _proofs_in(path: Path) -> DomainProofs | None:
    """Return the proofs in a file; if it can't be read, the review doesn't depend on it."""
    try:
        return catalog_tool.read_proofs(path)
    except catalog_tool.CatalogError as error:
        click.echo(f"Warning: {visible(error.message)}", err=True)
        return None


def _review_again(forge: Forge, settings: Settings) -> None:
    failed = 0
    for attempt in catalog_tool.review_again(forge, settings):
        if attempt.error:
            failed += 1
            click.echo(f"#{attempt.number}: {visible(attempt.error)}", err=True)
        else:
            _show(attempt.number, attempt.posted)
    if failed:
        raise CannotRun(f"{quantity(failed, 'pull request')} could not be reviewed.")


def _show(number: int, posted: PostedReview | None) -> None:
    if posted is None:
        click.echo(f"#{number} or the main branch has changed, which has its own run.")
        return
    click.echo(f"#{number}: comment {posted.comment}, verdict {posted.verdict.value}.")
    if posted.refused:
        names = ", ".join(posted.refused)
        click.echo(f"GitHub refused to ask these maintainers to review: {names}.", err=True)
        click.echo("Hint: They need at least read access to the repository.", err=True)
