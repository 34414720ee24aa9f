"""Compares two revisions of a catalog in Git, without a checkout and without running anything."""

from __future__ import annotations

from dataclasses import dataclass, replace

from catalog_tool.contributions.diff.changes import Difference
from catalog_tool.contributions.diff.comparison import compare
from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.loader.git.command import GitError, merge_base
from catalog_tool.loader.git.merge import merged
from catalog_tool.loader.git.revision import load_revision
from catalog_tool.loader.load import Loaded, ProgressCallback, load_catalog
from catalog_tool.loader.prose import texts_in
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings
from catalog_tool.text.characters import escape_hidden
from catalog_tool.text.phrases import shorten

_LONGEST_LIST = 300  # characters


@dataclass(frozen=True, slots=True)
class ComparedCommits:
    """The commits that were compared.

    Attributes:
        base: the commit that the comparison starts with.
        head: the commit whose merge into ``base`` it ends with; ``""`` for the files on disk.
    """

    base: str
    head: str


def diff(
    settings: Settings, base: str, head: str = "", progress: ProgressCallback | None = None
) -> tuple[Difference, ComparedCommits]:
    """Return what readers will see change if a revision is merged, and the compared commits.

    Files on disk can't be merged. They are compared with the commit at which HEAD left ``base``.

    Args:
        settings: the catalog, in a repository.
        base: a name of the commit to merge into.
        head: a name of the commit to merge; the files on disk if it is empty.
        progress: called with the number of files read and of all files, for each revision.

    Raises:
        GitError: a revision is unknown or can't be read, or the merge has conflicts.
        CatalogError: neither revision has a partner file.
        OSError: the folder of the partner files cannot be listed.
    """
    if head:
        old, new, ends = _merge(settings, base, head, progress)
    else:
        start = merge_base(settings.root, base, "HEAD")
        old, new = load_revision(settings, start, progress), load_catalog(settings, progress)
        new = replace(new, texts=texts_in(DiskTree(settings.root), settings))
        ends = ComparedCommits(start, "")
    if not (old.sources or new.sources):
        hint = "Run it in the folder of the catalog's mkdocs.yml, or name that file with --config."
        raise CatalogError(f"Neither revision has a file in {settings.partners}/.", hint)
    return compare(old, new), ends


def _merge(
    settings: Settings, base: str, head: str, progress: ProgressCallback | None
) -> tuple[Loaded, Loaded, ComparedCommits]:
    """Return the catalogs before and after a merge."""
    with merged(settings.root, base, head) as merge:
        if merge.conflicts:
            named = shorten(", ".join(map(escape_hidden, merge.conflicts)), _LONGEST_LIST)
            hint = f"Merge {base} into {head}, resolve the conflicts, and compare again."
            raise GitError(f"{head!r} can't be merged into {base!r}. Conflicts: {named}", hint)
        old = load_revision(settings, merge.base, progress)
        new = load_revision(settings, merge.tree, progress, merge.environment)
        return old, new, ComparedCommits(merge.base, merge.head)
