"""``catalog comment``: post the review of a pull request as one comment."""

from __future__ import annotations

import os

import click

import catalog_tool
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._settings import current_settings

SECTION = "admins"

_EPILOG = """\b
Example, in a workflow that runs after the checks of a pull request:
  catalog comment --owner "$OWNER" --branch "$BRANCH" --commit "$COMMIT"

\b
Environment:
  GITHUB_REPOSITORY  the repository, as owner/name
  GITHUB_TOKEN       a token that can write issues and pull requests
  GITHUB_API_URL     the address of the API, if GitHub is not github.com
  CATALOG_LOGIN      the login of the token  [default: github-actions[bot]]

Exit codes: 0 the comment is up to date, or there is nothing to do; 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option("--owner", required=True, metavar="LOGIN", help="Owner of the fork with the branch.")
@click.option("--branch", required=True, help="Branch of the pull request.")
@click.option("--commit", required=True, metavar="SHA", help="Last commit of that branch.")
def command(*, owner: str, branch: str, commit: str) -> None:
    """Post what `catalog review` finds on a pull request.

    Run it in a checkout of the branch that pull requests go to, with its full history. The pull
    request is fetched as Git objects and reviewed again: the output of its own checks isn't
    trusted, and none of its files are checked out or run.

    There is one comment, which is updated in place. The labels that the review calls for are added,
    the other labels of the review are removed, and maintainers are asked to review.
    """
    settings = current_settings()
    forge = catalog_tool.Forge.from_environment(os.environ)
    pull = catalog_tool.open_pull(forge, owner, branch, commit, settings.branch)
    if pull is None:
        found = f"No open pull request to {settings.branch} ends with this commit"
        click.echo(f"{found}, so there is nothing to do.")
        return
    if catalog_tool.fetch_pull(pull, settings.root) != pull.head:
        click.echo("The pull request has a newer commit, which has its own run.")
        return
    request = catalog_tool.PullRequest(
        "HEAD", pull.head, pull.author, pull.body, association=pull.association
    )
    with Progress("Reading") as progress:
        review = catalog_tool.review(settings, request, progress)
    posted = catalog_tool.post_review(forge, pull, review)
    click.echo(f"Comment {posted.comment}. Verdict: {review.verdict.value}.")
    if posted.refused:
        names = ", ".join(posted.refused)
        click.echo(f"GitHub refused to ask these maintainers to review: {names}.", err=True)
        click.echo("Hint: They need at least read access to the repository.", err=True)
