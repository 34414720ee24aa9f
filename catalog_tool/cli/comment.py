"""``catalog comment``: the review of a pull request, as one comment on it."""

from __future__ import annotations

import os

import click

import catalog_tool
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._settings import current_settings

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
    settings = current_settings()
    forge = catalog_tool.Forge.from_environment(os.environ)
    pull = catalog_tool.open_pull(forge, owner, branch, commit, settings.branch)
    if pull is None:
        here = f"to {settings.branch} ends with this commit"
        click.echo(f"No open pull request {here}: there is nothing to say.")
        return
    if catalog_tool.fetch_pull(pull, settings.root) != pull.head:
        click.echo("The pull request has a newer commit, whose own run says more.")
        return
    request = catalog_tool.PullRequest("HEAD", pull.head, pull.author, pull.body)
    with Progress("Reading") as progress:
        review = catalog_tool.review(settings, request, progress)
    posted = catalog_tool.post_review(forge, pull, review)
    click.echo(f"Comment {posted.comment}; {review.verdict.value}.")
    if posted.refused:
        names = ", ".join(posted.refused)
        click.echo(f"GitHub does not let these be asked, who cannot read here: {names}.", err=True)
