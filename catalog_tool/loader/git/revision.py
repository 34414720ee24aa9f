"""Loads a catalog from a commit without a checkout."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace

from catalog_tool.loader.git.command import GitError
from catalog_tool.loader.git.tree import GitTree
from catalog_tool.loader.load import Loaded, ProgressCallback, load_catalog
from catalog_tool.loader.memory import Memory
from catalog_tool.loader.prose import texts_in
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.settings import Settings


def load_revision(
    settings: Settings,
    revision: str,
    progress: ProgressCallback | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Loaded:
    """Read the vocabulary and all partner files of a commit.

    Args:
        settings: the catalog; its files on disk aren't read.
        revision: any name of a commit, or the id of a tree.
        progress: called after each file.
        environment: the variables with which Git finds the objects.

    Returns:
        The catalog of the commit; it is empty if the commit has no folder of partner files.

    Raises:
        GitError: there is no such revision, or its folder can't be read.
    """
    folder = settings.partners
    with GitTree(settings.root, revision, environment) as tree:
        if tree.mode(folder) and not tree.files(folder):
            raise GitError(f"{folder} isn't a folder in {revision}. It's a file or a link.")
        return load_tree(settings, tree, progress)


def load_tree(
    settings: Settings,
    tree: GitTree,
    progress: ProgressCallback | None = None,
    memory: Memory | None = None,
) -> Loaded:
    """Read the owner's texts, the vocabulary, and all partner files of a commit, if it has any.

    The location of the files and the name of the platform come from ``settings``, so a stranger's
    commit can't change them.
    """
    loaded = Loaded(Catalog(platform=settings.platform), (), {})
    if tree.files(settings.partners):
        loaded = load_catalog(settings, progress, tree, memory=memory)
    return replace(loaded, texts=texts_in(tree, settings))
