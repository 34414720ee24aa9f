"""``catalog diff``: show what changes for readers."""

from __future__ import annotations

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._format import format_option
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import settings_for_commits
from catalog_tool.contributions.diff.report import document, facts
from catalog_tool.linter.reporters import FORMATS

SECTION = "admins"

_HINT = "Enter a commit, a branch, or a tag. If history is missing, run git fetch --unshallow"
_EPILOG = """\b
Examples:
  catalog diff main                   what your files on disk change
  catalog diff origin/main HEAD       what merging a branch would change
  catalog diff origin/main HEAD --format markdown > comment.md
  catalog diff v1 v2 --format json

Exit codes: 0 the comparison is done, with or without changes; 2 the command could not run.

If a file can't be read, it is named. Run `catalog check` to see what is wrong with it.
"""


@click.command(epilog=_EPILOG)
@click.argument("base")
@click.argument("head", required=False)
@format_option(FORMATS, "How to show the changes; markdown is for comments on GitHub.")
def command(base: str, head: str | None, format_name: str) -> None:
    """Show what changes for readers, entry by entry and text by text.

    BASE and HEAD are Git revisions. BASE is compared with the result of merging HEAD into it, as
    on a pull request. So what was added to BASE later is not a change of HEAD.

    Without HEAD, the files on disk are compared with the commit where your branch left BASE.
    Nothing is merged.

    Commits are read directly from Git. Nothing is checked out or run. Without an mkdocs.yml, for
    example in a bare repository, the entries are expected in partners/.
    """
    settings = settings_for_commits()
    try:
        with Progress("Reading") as progress:
            difference, ends = catalog_tool.diff(settings, base, head or "", progress)
    except catalog_tool.GitError as error:
        raise CannotRun(error.message, error.hint or _HINT) from error
    show(
        difference,
        format_name,
        lambda found: document(found, ends),
        lambda found: facts(found, ends),
    )
