"""``catalog diff``: what readers will see change."""

from __future__ import annotations

from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._format import format_option
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import nearby_settings
from catalog_tool.contributions.diff.report import document, facts
from catalog_tool.linter.reporters import FORMATS

SECTION = "admins"

_HINT = "Name a commit, a branch or a tag. In a clone with a short history: git fetch --unshallow"
_EPILOG = """\b
Examples:
  catalog diff main                            your files on disk against main
  catalog diff origin/main HEAD                what a branch would change
  catalog diff origin/main HEAD --format markdown > comment.md
  catalog diff v1 v2 --format json

\b
Exit codes: 0 compared, whatever changed; 2 the command could not run.
A file that cannot be read is named, and `catalog check` says what is wrong with it.
"""


@click.command(epilog=_EPILOG)
@click.argument("base")
@click.argument("head", required=False)
@format_option(FORMATS, "How to show it; markdown fits into a comment on GitHub.")
def command(base: str, head: str | None, format_name: str) -> None:
    """Show what readers will see change, entry by entry.

    BASE and HEAD are Git revisions; without HEAD, BASE is compared with the files on disk.
    As on a pull request, the comparison begins where the two parted: what BASE has gained since
    is no change of HEAD.

    Commits are read from Git as they are: nothing is checked out, and nothing of them is run.
    Where there is no mkdocs.yml, as in a bare repository, the files are those in partners/.
    """
    settings = nearby_settings() or catalog_tool.Settings(root=Path.cwd())
    try:
        with Progress("Reading") as progress:
            difference, ends = catalog_tool.diff(settings, base, head or "", progress)
    except catalog_tool.GitError as error:
        raise CannotRun(error.message, _HINT) from error
    show(
        difference,
        format_name,
        lambda found: document(found, ends),
        lambda found: facts(found, ends),
    )
