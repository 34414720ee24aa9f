"""Compares two revisions of a catalog in Git, without a checkout and without running anything."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.contributions.diff.changes import Difference
from catalog_tool.contributions.diff.comparison import compare
from catalog_tool.loader.git.command import commit_id, merge_base
from catalog_tool.loader.git.revision import load_revision
from catalog_tool.loader.load import ProgressCallback, load_catalog
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings


@dataclass(frozen=True, slots=True)
class ComparedCommits:
    """The commits that were compared.

    Attributes:
        base: the commit that the comparison starts with.
        head: the commit that it ends with; ``""`` for the files on disk.
    """

    base: str
    head: str


def diff(
    settings: Settings, base: str, head: str = "", progress: ProgressCallback | None = None
) -> tuple[Difference, ComparedCommits]:
    """Return what readers will see change between two revisions, and the compared commits.

    As on a pull request, the comparison starts at the commit where the two diverged.

    Args:
        settings: the catalog, in a repository.
        base: a name of the commit to start with.
        head: a name of the commit to end with; the files on disk if it is empty.
        progress: called with the number of files read and of all files, for each revision.

    Raises:
        GitError: a revision is unknown, or cannot be read.
        CatalogError: neither revision has a partner file.
        OSError: the folder of the partner files cannot be listed.
    """
    start = merge_base(settings.root, base, head or "HEAD")
    end = commit_id(settings.root, head) if head else ""
    old = load_revision(settings, start, progress)
    new = load_revision(settings, end, progress) if end else load_catalog(settings, progress)
    if not (old.sources or new.sources):
        hint = "Run it in the folder of the catalog's mkdocs.yml, or name that file with --config."
        raise CatalogError(f"Neither revision has a file in {settings.partners}/.", hint)
    return compare(old, new), ComparedCommits(start, end)
