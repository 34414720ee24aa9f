"""Loads a catalog with what is published around it: the owner's texts and the files on disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace

from catalog_tool.loader.files.read import generated_text
from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.loader.load import Loaded, load_catalog
from catalog_tool.loader.prose import load_prose
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.messages import messages_of
from catalog_tool.model.publication import Publication
from catalog_tool.model.published_entries import PublishedEntry, published_entries
from catalog_tool.model.settings import SCHEMA_FILE, Settings


def load_publication(
    settings: Settings,
    loaded: Loaded | None = None,
    earlier: Iterable[str] = (),
    generator: Callable[[Publication, str], str | None] | None = None,
    since: str = "",
) -> Publication:
    """Load what would be published from a catalog.

    Args:
        settings: the settings of the catalog.
        loaded: its entries; those on disk if ``None``.
        earlier: ids of entries that readers know in addition to those of the published catalog.
        generator: returns the text that would be generated for a path of the repository, or
            ``None``.
        since: the commit whose names of applications are compared with those of now; none if empty.

    Raises:
        OSError: the folder of partner files or one of the owner's texts can't be read.
    """
    catalog = (loaded or load_catalog(settings)).catalog
    prose = load_prose(settings)
    tree = DiskTree(settings.root)
    paths = filter(tree.mode, (settings.published, SCHEMA_FILE))
    on_disk = {path: generated_text(path, tree) for path in paths}
    known = {identifier: PublishedEntry(identifier) for identifier in sorted(earlier)}
    published = published_entries(on_disk.get(settings.published, ""), messages_of(settings))
    known |= {entry.id: entry for entry in published}
    before = _catalog_before(settings, catalog, since) if since else None
    whole = replace(catalog, published=tuple(known.values()), before=before)
    return Publication(whole, settings, prose.texts, prose.diagrams, on_disk, generator)


def _catalog_before(settings: Settings, catalog: Catalog, revision: str) -> Catalog | None:
    root = settings.root.resolve()
    if not any(os.path.lexists(folder / ".git") for folder in (root, *root.parents)):
        return None
    from catalog_tool.loader.git.earlier import catalog_before  # noqa: PLC0415 - starts processes

    return catalog_before(settings, catalog, revision)
