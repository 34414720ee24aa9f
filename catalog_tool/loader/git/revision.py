"""Loads a catalog from a commit without a checkout."""

from __future__ import annotations

from catalog_tool.loader.git.tree import GitTree
from catalog_tool.loader.load import Loaded, ProgressCallback, load_catalog
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.settings import Settings


def load_revision(
    settings: Settings, revision: str, progress: ProgressCallback | None = None
) -> Loaded:
    """Read the vocabulary and all partner files of a commit.

    The location of the files and the name of the platform come from ``settings``, so a stranger's
    commit can't change them.

    Args:
        settings: the catalog; its files on disk aren't read.
        revision: any name of a commit.
        progress: called after each file.

    Returns:
        The catalog of the commit; it is empty if the commit has no folder of partner files.

    Raises:
        GitError: there is no such revision, or its folder can't be read.
    """
    with GitTree(settings.root, revision) as tree:
        if not tree.files(settings.partners):
            return Loaded(Catalog(platform=settings.platform), (), {})
        return load_catalog(settings, progress, tree)
