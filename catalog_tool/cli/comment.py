"""``catalog comment``: the review of a pull request, as one comment on it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from catalog_tool import pipeline
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._settings import current_settings
from catalog_tool.loader.git.command import GitError, commit_id, git_output, said_by
from catalog_tool.loader.pull_request.proposal import PullRequest
from catalog_tool.model.settings import Settings
from catalog_tool.text.document import write

if TYPE_CHECKING:
    from catalog_tool.contributions.github import Forge, Pull
    from catalog_tool.contributions.review import Review

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
    from catalog_tool.contributions.github import Forge, ForgeError, open_pull  # noqa: PLC0415 - not for the help

    settings = current_settings()
    try:
        forge = Forge.from_environment(os.environ)
        pull = open_pull(forge, owner, branch, commit, settings.branch)
        if pull is None:
            here = f"to {settings.branch} ends with this commit"
            click.echo(f"No open pull request {here}: there is nothing to say.")
        elif _fetched(settings, pull) != pull.head:
            click.echo("The pull request has a newer commit, whose own run says more.")
        else:
            _say(forge, pull, _reviewed(settings, pull))
    except (ForgeError, GitError) as error:
        raise CannotRun(str(error)) from error


def _fetched(settings: Settings, pull: Pull) -> str:
    """Fetch the commits of a pull request, and return the id of the last one."""
    reference = f"refs/catalog/pull/{pull.number}"
    refspec = f"+refs/pull/{pull.number}/head:{reference}"
    options = "--quiet --no-tags --no-recurse-submodules --no-auto-gc".split()
    try:
        git_output(settings.root, ["fetch", *options, "origin", refspec])
    except subprocess.CalledProcessError as error:
        raise GitError(f"Git could not fetch the pull request: {said_by(error)}") from error
    return commit_id(settings.root, reference)


def _reviewed(settings: Settings, pull: Pull) -> Review:
    request = PullRequest("HEAD", pull.head, pull.author, pull.body)
    with Progress("Reading") as progress:
        return pipeline.review(settings, request, progress)


def _say(forge: Forge, pull: Pull, review: Review) -> None:
    from catalog_tool.contributions.github import put_comment, put_labels  # noqa: PLC0415 - as above
    from catalog_tool.contributions.review.report import document  # noqa: PLC0415
    from catalog_tool.contributions.review.verdict import LABELS  # noqa: PLC0415
    from catalog_tool.contributions.review.wording import MOST_CALLED  # noqa: PLC0415

    said = document(review)
    done = put_comment(forge, pull.number, f"<!-- {said.marker} -->", write(said, "markdown"))
    put_labels(forge, pull.number, review.labels, set(LABELS) - set(review.labels))
    click.echo(f"Comment {done}; {review.verdict.value}.")
    _ask(forge, pull, review.reviewers[:MOST_CALLED])


def _ask(forge: Forge, pull: Pull, logins: Sequence[str]) -> None:
    """Ask maintainers for a review, except who has reviewed this very commit."""
    from catalog_tool.contributions.github import ask_reviewers, reviewers_of  # noqa: PLC0415 - as above

    done = reviewers_of(forge, pull.number, pull.head) if logins else frozenset()
    asked = [login for login in logins if login.lower() not in done]
    if refused := ask_reviewers(forge, pull.number, asked):
        names = ", ".join(refused)
        click.echo(f"GitHub does not let these be asked, who cannot read here: {names}.", err=True)
