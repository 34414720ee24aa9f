"""``catalog propose``: what `catalog from-issue` said, as a pull request and an answer."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.settings import Settings

if TYPE_CHECKING:
    from catalog_tool.contributions.github import Forge

SECTION = "admins"

_MOST_BYTES = 4 * 1024 * 1024
_EPILOG = """\b
Example, in a workflow that runs when an issue is opened or edited:
  catalog from-issue --format json > out.json
  catalog propose --issue "$NUMBER" --file out.json

\b
The environment says which repository, and who asks: see catalog comment --help.
Exit codes: 0 done, or nothing to do; 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option("--issue", required=True, type=click.IntRange(min=1), help="Number of the issue.")
@click.option(
    "--file",
    "source",
    type=click.File("rb"),
    default="-",
    help="What `catalog from-issue --format json` said. [default: standard input]",
)
def command(issue: int, source: BinaryIO) -> None:
    """Make a pull request of what `catalog from-issue` said.

    Run it in a checkout of the branch that pull requests go to. A complete entry is committed on
    top of it, pushed to a branch of its own, and proposed; after an edit of the issue the same
    pull request has the new text. One comment on the issue says what came of it, or what is left
    to mend. An issue that was not written with the form is left alone.
    """
    from catalog_tool.contributions.github import Forge, ForgeError  # noqa: PLC0415 - not for the help
    from catalog_tool.loader.git.command import GitError  # noqa: PLC0415 - as above

    settings, said = current_settings(), _read(source)
    if not said["is_form"]:
        click.echo("The issue was not written with the form: there is nothing to do.")
        return
    # Of the issue, not of the entry: nobody shall replace what somebody else proposed, and who
    # mends a name proposes no second entry.
    branch = f"from-issue/{issue}"
    try:
        forge = Forge.from_environment(os.environ)
        if said["is_ready"]:
            number = _proposed(forge, settings, issue, branch, said)
            done, more = f"Proposed as #{number}.", f"The pull request: #{number}."
        else:
            done, more = "Answered what is left to mend.", _about_earlier(forge, branch)
        _answer(forge, issue, str(said["reply"]), more)
    except (ForgeError, GitError) as error:
        raise CannotRun(str(error)) from error
    click.echo(done)


def _read(source: BinaryIO) -> dict[str, Any]:
    try:
        said = json.loads(source.read(_MOST_BYTES))
    except ValueError as error:
        hint = "It must be what `catalog from-issue --format json` prints."
        raise CannotRun("The outcome of the issue cannot be read.", hint) from error
    if not isinstance(said, dict) or said.get("version") != 1:
        raise CannotRun("The outcome of the issue has another form than expected.")
    return said


def _proposed(
    forge: Forge, settings: Settings, issue: int, branch: str, said: dict[str, Any]
) -> int:
    """Push the entry and open the pull request, whose number is returned."""
    from catalog_tool.contributions.github import put_labels, put_pull  # noqa: PLC0415 - as above
    from catalog_tool.contributions.github.push import pushed  # noqa: PLC0415 - as above
    from catalog_tool.contributions.review.verdict import LABELS  # noqa: PLC0415 - as above

    pushed(settings.root, said["path"], said["text"], said["title"], branch)
    body = (
        f"{said['body']}\nCloses #{issue}.\n\n"
        "GitHub checks no pull request that a workflow opened: close this one and open it again.\n"
    )
    number = put_pull(forge, branch, settings.branch, said["title"], body)
    wanted = said["labels"]
    put_labels(forge, number, wanted, [label for label in LABELS if label not in wanted])
    return number


def _about_earlier(forge: Forge, branch: str) -> str:
    """Return what is to be said of what an issue came to before it was edited."""
    from catalog_tool.contributions.github import own_pull  # noqa: PLC0415 - as above

    number = own_pull(forge, branch)
    return f"Until then the pull request #{number} keeps the earlier text." if number else ""


def _answer(forge: Forge, issue: int, reply: str, more: str) -> None:
    from catalog_tool.contributions.github import put_comment  # noqa: PLC0415 - as above

    marker = reply.partition("\n")[0]
    put_comment(forge, issue, marker, f"{reply}\n{more}\n" if more else reply)
