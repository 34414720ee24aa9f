"""``catalog diff``: what readers will see change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalog_tool.cli._format import format_option
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import FORMATS, show
from catalog_tool.cli._settings import nearby_settings
from catalog_tool.contributions.diff import compare
from catalog_tool.contributions.diff.report import Ends, document, facts
from catalog_tool.model.settings import Settings

if TYPE_CHECKING:
    from catalog_tool.loader.load import Loaded

SECTION = "admins"

_HINT = "Name a commit, a branch or a tag. In a clone with a short history: git fetch --unshallow"
_WHERE = "Run it in the folder of the catalog's mkdocs.yml, or name that file with --config."
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
    from catalog_tool.loader.git.command import GitError, commit_id, merge_base  # noqa: PLC0415 - not to show the help

    settings = nearby_settings() or Settings(root=Path.cwd())
    try:
        start = merge_base(settings.root, base, head or "HEAD")
        end = commit_id(settings.root, head) if head else ""
        old, new = _loaded(settings, start), _loaded(settings, end)
    except GitError as error:
        raise CannotRun(str(error), _HINT) from error
    if not (old.sources or new.sources):
        raise CannotRun(f"Neither of the two has a file in {settings.partners}/.", _WHERE)
    ends = Ends(start, end)
    show(
        compare(old, new),
        format_name,
        lambda found: document(found, ends),
        lambda found: facts(found, ends),
    )


def _loaded(settings: Settings, commit: str) -> Loaded:
    """Return a catalog as a commit holds it, or as it is on disk."""
    from catalog_tool.loader.git.revision import load_revision  # noqa: PLC0415
    from catalog_tool.loader.load import load_catalog  # noqa: PLC0415 - as above

    with Progress("Reading") as progress:
        if commit:
            return load_revision(settings, commit, progress)
        return load_catalog(settings, progress)
