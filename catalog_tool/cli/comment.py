"""``catalog comment``: the review of a pull request, as one comment on it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import click

from catalog_tool import pipeline
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._settings import current_settings
from catalog_tool.git.command import GitError, commit_id, git_output, said_by
from catalog_tool.pull_request.proposal import PullRequest
from catalog_tool.settings import Settings

if TYPE_CHECKING:
    from catalog_tool.forge import Forge, Pull
    from catalog_tool.review import Review

SECTION = "admins"

_EPILOG = """\b
Example, in a workflow that runs when the checks of a pull request have ended:
  catalog comment --owner "$OWNER" --branch "$BRANCH" --commit "$COMMIT"

\b
The environment says which repository, and who asks:
  GITHUB_REPOSITORY  owner/name
  GITHUB_TOKEN       may write issues and pull requests
  GITHUB_API_URL     where GitHub is not github.com
  CATALOG_LOGIN      whose comments are ours  [default: github-actions[bot]]

\b
Exit codes: 0 said, or nothing to say any more; 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option("--owner", required=True, metavar="LOGIN", help="Owner of the fork it comes from.")
@click.option("--branch", required=True, help="Its branch in that fork.")
@click.option("--commit", required=True, metavar="SHA", help="Its last commit.")
def command(*, owner: str, branch: str, commit: str) -> None:
    """Say on a pull request what `catalog review` finds.

    Run it in a checkout of the branch that pull requests go to, with its history. The pull request
    is fetched as Git objects and judged here once more: nothing that its own checks made is taken
    at its word, and nothing of it is checked out or run.

    There is one comment, which is updated in place. Labels that the review asks for are set and
    those of ours that it does not ask for taken away; maintainers are asked for a review.
    """
    from catalog_tool.forge import Forge, ForgeError, open_pull  # noqa: PLC0415 - not for the help

    settings = current_settings()
    try:
        forge = Forge.from_environment(os.environ)
        pull = open_pull(forge, owner, branch, commit)
        if pull is None:
            click.echo("No open pull request ends with this commit: there is nothing to say.")
            return
        if pull.base != settings.branch:
            click.echo(f"Pull request {pull.number} goes to another branch: it is not reviewed.")
            return
        _say(forge, pull, _reviewed(settings, pull))
    except (ForgeError, GitError) as error:
        raise CannotRun(str(error)) from error


def _reviewed(settings: Settings, pull: Pull) -> Review:
    reference = f"refs/catalog/pull/{pull.number}"
    refspec = f"+refs/pull/{pull.number}/head:{reference}"
    options = "--quiet --no-tags --no-recurse-submodules --no-auto-gc".split()
    try:
        git_output(settings.root, ["fetch", *options, "origin", refspec])
    except subprocess.CalledProcessError as error:
        raise GitError(f"Git could not fetch the pull request: {said_by(error)}") from error
    if commit_id(settings.root, reference) != pull.head:
        raise GitError("The pull request has a newer commit; its own run will say more.")
    request = PullRequest("HEAD", pull.head, pull.author, pull.body)
    with Progress("Reading") as progress:
        return pipeline.review(settings, request, progress)


def _say(forge: Forge, pull: Pull, review: Review) -> None:
    from catalog_tool.forge import ask_reviewers, put_comment, put_labels  # noqa: PLC0415 - as above
    from catalog_tool.review.formats.markdown import MARKER, report  # noqa: PLC0415
    from catalog_tool.review.verdict import LABELS  # noqa: PLC0415

    done = put_comment(forge, pull.number, MARKER, report(review))
    put_labels(forge, pull.number, review.labels, set(LABELS) - set(review.labels))
    # GitHub lets nobody review their own.
    asked = [login for login in review.reviewers if login.lower() != pull.author.lower()]
    refused = ask_reviewers(forge, pull.number, asked)
    click.echo(f"Comment {done}; {review.verdict.value}; {len(asked) - len(refused)} asked.")
    if refused:
        names = ", ".join(refused)
        click.echo(f"GitHub does not let these be asked, who cannot read here: {names}.", err=True)
