"""A catalog as a commit holds it, read without a checkout."""

from __future__ import annotations

from catalog_tool.loader.git.tree import GitTree
from catalog_tool.loader.load import Loaded, ProgressCallback, load_catalog
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.settings import Settings


def load_revision(
    settings: Settings, revision: str, progress: ProgressCallback | None = None
) -> Loaded:
    """Read the vocabulary and all partner files as a commit holds them.

    Where the files are, and what the platform is called, comes from ``settings``: a stranger's
    commit decides neither.

    Args:
        settings: the catalog; its files on disk are not looked at.
        revision: any name that Git knows a commit by.
        progress: called after each file.

    Returns:
        What the commit holds; an empty catalog where it has no folder of partner files.

    Raises:
        GitError: there is no such revision, or its folder is none that can be read.
    """
    with GitTree(settings.root, revision) as tree:
        if not tree.files(settings.partners):
            return Loaded(Catalog(platform=settings.platform), (), {})
        return load_catalog(settings, progress, tree)
